package org.recyclegan.recycle;

import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.recyclegan.service.Progress;
import org.recyclegan.video.ForwardingSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;

/** A video that is looked through: the user is told how far it is, and may stop it at any frame. */
final class StoppableSource extends ForwardingSource {

  private final Session session;
  private final String unit;
  private long frames;

  /**
   * Watches over a video.
   *
   * @param source closed with this
   * @param unit of the progress
   */
  StoppableSource(FrameSource source, Session session, String unit) {
    super(source);
    this.session = session;
    this.unit = unit;
  }

  @Override
  public @Nullable Frame next() throws IOException {
    goOn();
    return super.next();
  }

  @Override
  public OptionalLong skip() throws IOException {
    goOn();
    return super.skip();
  }

  private void goOn() {
    session.requireGoingOn();
    session
        .listener()
        .progress(Progress.of(unit, frames++, info().frameCount().orElse(Progress.UNKNOWN)));
  }
}
