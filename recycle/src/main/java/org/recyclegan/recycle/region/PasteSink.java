package org.recyclegan.recycle.region;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.finish.image.Crops;
import org.recyclegan.recycle.finish.image.Fitting;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.excerpt.Box;

/** Takes what became of a region, frame by frame, and passes on whole pictures. */
final class PasteSink implements FrameSink {

  private final FrameSource source;
  private final SourceRegion region;
  private final FrameSink target;
  private final boolean sideBySide;
  private long frame;
  private @Nullable Box box;
  private float[] ofBox = {};
  private Fitting fitting = new Fitting(new Size(1, 1));

  /**
   * Begins to paste.
   *
   * @param source the whole pictures; stays its opener's to close
   * @param target stays its maker's to commit and to close
   * @param sideBySide whether the source is shown to the left of the result
   */
  PasteSink(FrameSource source, SourceRegion region, FrameSink target, boolean sideBySide) {
    this.source = source;
    this.region = region;
    this.target = target;
    this.sideBySide = sideBySide;
  }

  @Override
  public void write(Frame result) throws IOException {
    Frame picture = source.next();
    if (picture == null) {
      throw new InputException(
          "The source", "as many frames as before", "only " + frame, "Start again.");
    }
    Box now = region.track().at(frame++);
    if (!now.equals(box)) {
      box = now;
      ofBox = region.weights().of(now);
      fitting = new Fitting(now.size());
    }
    Frame pasted = Pasting.paste(picture, fitting.apply(result), now, ofBox, region.fitsColours());
    target.write(sideBySide ? Crops.beside(picture, pasted) : pasted);
  }

  /** Nothing: what is pasted is not this one's to commit. */
  @Override
  public void commit() {}

  @Override
  public void close() {}
}
