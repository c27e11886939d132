package org.recyclegan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** The video that is measured on: soft shapes that move, under grain. */
final class TestClip {

  static final int WIDTH = 640;
  static final int HEIGHT = 360;

  private static final int CHANNELS = 3;
  private static final int DISTINCT = 60;

  private TestClip() {}

  static VideoInfo info() {
    return VideoInfo.constantRate(WIDTH, HEIGHT, FrameRate.of(25));
  }

  /** Frames of the clip; it repeats about every two seconds. */
  static List<Frame> frames(int count) {
    return frames(count, 0);
  }

  /** Frames of the clip, of which the first ones are left out. */
  static List<Frame> frames(int count, int left) {
    List<byte[]> distinct = new ArrayList<>();
    for (int i = 0; i < Math.min(DISTINCT, count); i++) {
      distinct.add(picture(left + i));
    }
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(new Frame(WIDTH, HEIGHT, distinct.get(i % DISTINCT), i));
    }
    return frames;
  }

  private static byte[] picture(int time) {
    byte[] grain = new byte[WIDTH * HEIGHT];
    new Random(5).nextBytes(grain);
    byte[] rgb = new byte[CHANNELS * WIDTH * HEIGHT];
    double phase = 2 * Math.PI * time / DISTINCT;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double wave = Math.sin(0.03 * x + phase) * Math.cos(0.04 * y - phase);
        int noise = grain[y * WIDTH + x] / 16;
        for (int c = 0; c < CHANNELS; c++) {
          rgb[CHANNELS * (y * WIDTH + x) + c] = (byte) (int) (128 + (70 + 15 * c) * wave + noise);
        }
      }
    }
    return rgb;
  }

  /** Writes frames to a file. */
  static void write(Path file, List<Frame> frames) throws IOException {
    try (VideoWriter writer =
        VideoWriter.create(file, info(), WriteOptions.defaults().withOverwrite(true))) {
      for (Frame frame : frames) {
        writer.write(frame);
      }
      writer.commit();
    }
  }
}
