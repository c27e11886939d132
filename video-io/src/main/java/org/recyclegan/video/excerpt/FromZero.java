package org.recyclegan.video.excerpt;

import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.ForwardingSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;

/** A video whose first frame has time 0; all others keep their distance from it. */
public final class FromZero extends ForwardingSource {

  private OptionalLong start = OptionalLong.empty();

  /**
   * Moves a video in time.
   *
   * @param source at its first frame; closed with this
   */
  public FromZero(FrameSource source) {
    super(source);
  }

  @Override
  public @Nullable Frame next() throws IOException {
    Frame frame = super.next();
    return frame == null
        ? null
        : new Frame(
            frame.width(),
            frame.height(),
            frame.rgb(),
            moved(frame.pts()),
            frame.duration(),
            frame.damaged());
  }

  @Override
  public OptionalLong skip() throws IOException {
    OptionalLong time = super.skip();
    return time.isEmpty() ? time : OptionalLong.of(moved(time.getAsLong()));
  }

  private long moved(long pts) {
    if (start.isEmpty()) {
      start = OptionalLong.of(pts);
    }
    return pts - start.getAsLong();
  }
}
