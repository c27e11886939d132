package org.recyclegan.eval.pass;

import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;

/**
 * The videos at one frame index, each with its latest frames.
 *
 * @param reference the truth, or null if it is not known
 */
public record FrameSet(VideoWindow output, VideoWindow source, @Nullable VideoWindow reference) {

  /**
   * Returns the truth.
   *
   * @throws IllegalStateException if there is none; a metric that needs it is not begun then
   */
  public VideoWindow truth() {
    VideoWindow truth = reference;
    if (truth == null) {
      throw new IllegalStateException("There is no reference");
    }
    return truth;
  }

  /** Begins with the first frames, to hold {@code depth} frames before the current ones. */
  public static FrameSet begin(Frame output, Frame source, @Nullable Frame reference, int depth) {
    return new FrameSet(
        VideoWindow.begin(output, depth),
        VideoWindow.begin(source, depth),
        reference == null ? null : VideoWindow.begin(reference, depth));
  }

  /** Returns the set of the next index. */
  public FrameSet advance(Frame nextOutput, Frame nextSource, @Nullable Frame nextReference) {
    return new FrameSet(
        output.advance(nextOutput),
        source.advance(nextSource),
        nextReference == null ? null : truth().advance(nextReference));
  }
}
