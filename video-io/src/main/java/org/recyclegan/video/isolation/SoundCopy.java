package org.recyclegan.video.isolation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/**
 * Copies a file's sound into a Matroska file of our own making, whose structure can be trusted. One
 * black pixel at time 0 holds the place that times are counted from.
 */
final class SoundCopy {

  private static final FrameRate ONE = FrameRate.of(1);

  private SoundCopy() {}

  static void write(Path input, Path target) throws IOException {
    VideoInfo like = new VideoInfo(1, 1, ONE, ONE.timeBase(), OptionalLong.of(1), true);
    WriteOptions options = WriteOptions.defaults().withAudioFrom(input);
    try (VideoWriter writer = VideoWriter.create(target, like, options)) {
      writer.write(new Frame(1, 1, new byte[3], 0));
      writer.commit();
    }
  }
}
