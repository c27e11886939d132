package org.recyclegan.video;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Frames from a list. */
public final class MemorySource implements FrameSource {

  private final List<Frame> frames;
  private final int failAt;
  private int next;
  private boolean closed;

  private MemorySource(List<Frame> frames, int failAt) {
    this.frames = frames;
    this.failAt = failAt;
  }

  public static MemorySource of(List<Frame> frames) {
    return new MemorySource(frames, Integer.MAX_VALUE);
  }

  /** Reading frame {@code failAt} throws, as a pulled-out disk would. */
  public static MemorySource failing(List<Frame> frames, int failAt) {
    return new MemorySource(frames, failAt);
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public VideoInfo info() {
    Frame first = frames.get(0);
    return new VideoInfo(
        first.width(),
        first.height(),
        FrameRate.of(25),
        new TimeBase(1, 25),
        OptionalLong.of(frames.size()),
        false);
  }

  @Override
  public @Nullable Frame next() throws IOException {
    if (next == failAt) {
      throw new IOException("the disk is gone");
    }
    return next < frames.size() ? frames.get(next++) : null;
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void close() {
    closed = true;
  }
}
