package org.recyclegan.soak;

import java.io.IOException;
import java.nio.file.Path;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** Small clips to work on: coloured stripes that move, so that no frame repeats the one before. */
final class SoakClip {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  private SoakClip() {}

  /**
   * Writes a clip.
   *
   * @param file its extension decides the format
   * @param frames at 25 a second
   * @param channel 0 to 2, in which the stripes are
   */
  static void write(Path file, int frames, int channel) throws IOException {
    VideoInfo info = VideoInfo.constantRate(WIDTH, HEIGHT, FrameRate.of(25));
    try (VideoWriter writer =
        VideoWriter.create(file, info, WriteOptions.defaults().withOverwrite(true))) {
      for (int frame = 0; frame < frames; frame++) {
        writer.write(new Frame(WIDTH, HEIGHT, pixels(frame, channel), frame));
      }
      writer.commit();
    }
  }

  private static byte[] pixels(int frame, int channel) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int y = 0, i = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++, i += 3) {
        rgb[i + channel] = (byte) (4 * (x + 2 * y + 3 * frame));
        rgb[i + (channel + 1) % 3] = 60;
      }
    }
    return rgb;
  }
}
