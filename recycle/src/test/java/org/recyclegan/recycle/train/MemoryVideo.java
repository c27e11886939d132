package org.recyclegan.recycle.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;

/** A video that is made as it is read and, as a sink, one that is kept in memory. */
public final class MemoryVideo implements FrameSource, FrameSink {

  private final VideoInfo info;
  private final int length;
  private final List<Frame> written = new ArrayList<>();
  private int next;

  public MemoryVideo(int width, int height, int length) {
    info = VideoInfo.constantRate(width, height, FrameRate.of(25));
    this.length = length;
  }

  /** The frame that is read at a position: its colours depend on place and time. */
  public Frame frame(int index) {
    byte[] rgb = new byte[3 * info.width() * info.height()];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 3 % info.width() * 5 + i % 3 * 60 + index);
    }
    // Uneven times: what must survive is the time of each frame, not its number.
    return new Frame(info.width(), info.height(), rgb, 3L * index + index % 2);
  }

  @Override
  public VideoInfo info() {
    return info;
  }

  @Override
  public @Nullable Frame next() throws IOException {
    return next < length ? frame(next++) : null;
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void write(Frame frame) {
    written.add(frame);
  }

  public List<Frame> written() {
    return written;
  }

  @Override
  public void commit() {}

  @Override
  public void close() {}
}
