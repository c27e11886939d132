package org.recyclegan.recycle.retime;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/** Reads a video once, for its motion alone. */
final class MotionReader {

  private MotionReader() {}

  /**
   * What was read.
   *
   * @param info of the video
   * @param track its motion
   * @param cuts first frames of its shots but the first
   */
  record Read(VideoInfo info, MotionTrack track, ImmutableIntArray cuts) {

    Size size() {
      return new Size(info.width(), info.height());
    }

    double[][] features() {
      return track.features(cuts);
    }
  }

  /** Reads to the end; empty if it was stopped. */
  static Optional<Read> read(FrameSource source, LongConsumer frames, BooleanSupplier stop)
      throws IOException {
    VideoInfo info = source.info();
    MotionTrack track = new MotionTrack(new Size(info.width(), info.height()), info.timeBase());
    @Nullable Frame frame = source.next();
    while (frame != null) {
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
      track.add(frame);
      frames.accept(track.frames());
      frame = source.next();
    }
    return Optional.of(new Read(info, track, track.cuts()));
  }
}
