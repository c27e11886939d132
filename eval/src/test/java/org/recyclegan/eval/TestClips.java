package org.recyclegan.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;

/**
 * Clips made by formula. {@link #source} and {@link #output} are the pair that the golden values
 * were computed on by an independent Python implementation (NumPy, SciPy, scikit-image, OpenCV):
 *
 * <pre>
 *   X = x − 1.5 t, Y = y + 0.75 t, c = 0, 1, 2 for R, G, B
 *   v = 127.5 + 55 sin(2πX/29 + 0.7c) cos(2πY/23) + 35 sin(2π(X+2Y)/17 + 1.3c) + 20 cos(2π(3X−Y)/41)
 *   source = clamp(⌊v + 0.5⌋);  output = clamp(source ± 4 (+ for even t) + noise in −8..8)
 * </pre>
 */
public final class TestClips {

  /** Of the golden clips. */
  public static final int WIDTH = 256;

  /** Of the golden clips. */
  public static final int HEIGHT = 192;

  /** Of the golden clips. */
  public static final int FRAMES = 8;

  private TestClips() {}

  /** The frames of the golden source. */
  public static List<Frame> source() {
    return frames(FRAMES, TestClips::sourceFrame);
  }

  /** The frames of the golden output. */
  public static List<Frame> output() {
    return frames(FRAMES, TestClips::outputFrame);
  }

  /** A frame of the golden source; true flow to the next is (1.5, −0.75). */
  public static Frame sourceFrame(int t) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int y = 0, i = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int c = 0; c < 3; c++) {
          rgb[i++] = (byte) clamp((int) Math.floor(value(x - 1.5 * t, y + 0.75 * t, c) + 0.5));
        }
      }
    }
    return new Frame(WIDTH, HEIGHT, rgb, t);
  }

  /** A frame of the golden output: the source, flickering and noisy. */
  public static Frame outputFrame(int t) {
    byte[] rgb = sourceFrame(t).rgb();
    long base = (long) t * rgb.length;
    for (int i = 0; i < rgb.length; i++) {
      int noisy = (rgb[i] & 0xff) + (t % 2 == 0 ? 4 : -4) + noise(base + i);
      rgb[i] = (byte) clamp(noisy);
    }
    return new Frame(WIDTH, HEIGHT, rgb, t);
  }

  /** A frame of one grey. */
  public static Frame grey(int width, int height, int level, int t) {
    byte[] rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) level);
    return new Frame(width, height, rgb, t);
  }

  public static Frame pulse(int t) {
    int size = 176;
    double turn = 2 * Math.PI;
    double place = 1.8 * t - 2.4 * Math.cos(turn * t / 12) - 1.5 * Math.cos(turn * t / 31);
    byte[] rgb = new byte[3 * size * size];
    for (int y = 0, i = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double phase = x - place;
        double value =
            127 + 60 * Math.sin(phase / 5 + y / 9.0) + 40 * Math.cos(phase / 11 - y / 4.0);
        for (int c = 0; c < 3; c++) {
          rgb[i++] = (byte) Math.round(value);
        }
      }
    }
    return new Frame(size, size, rgb, t);
  }

  /** A grey frame with a level for every column and row, clamped to 8 bits. */
  public static Frame drawn(int width, int height, int t, IntBinaryOperator level) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      byte grey = (byte) clamp(level.applyAsInt(i % width, i / width));
      Arrays.fill(rgb, 3 * i, 3 * i + 3, grey);
    }
    return new Frame(width, height, rgb, t);
  }

  /** Frames 0 to {@code count − 1}. */
  public static List<Frame> frames(int count, IntFunction<Frame> draw) {
    return IntStream.range(0, count).mapToObj(draw).toList();
  }

  /** Serves frames at 25 a second. */
  public static ListSource video(List<Frame> frames) {
    return new ListSource(frames, FrameRate.of(25), List.of());
  }

  private static double value(double x, double y, int c) {
    double turn = 2 * Math.PI;
    return 127.5
        + 55 * Math.sin(turn * x / 29 + 0.7 * c) * Math.cos(turn * y / 23)
        + 35 * Math.sin(turn * (x + 2 * y) / 17 + 1.3 * c)
        + 20 * Math.cos(turn * (3 * x - y) / 41);
  }

  private static int noise(long index) {
    long mask = 0xffffffffL;
    long z = index * 2654435761L & mask;
    z ^= z >>> 16;
    z = z * 2246822519L & mask;
    z ^= z >>> 13;
    return (int) (z % 17) - 8;
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }

  /** Frames held in memory, served as a video. */
  public static final class ListSource implements FrameSource {

    private final List<Frame> frames;
    private final VideoInfo info;
    private final List<String> warnings;
    private int next;

    /** Serves frames at a rate, with these warnings. */
    public ListSource(List<Frame> frames, FrameRate rate, List<String> warnings) {
      this.frames = new ArrayList<>(frames);
      this.warnings = warnings;
      Frame first = frames.isEmpty() ? grey(1, 1, 0, 0) : frames.get(0);
      info =
          new VideoInfo(
              first.width(),
              first.height(),
              rate,
              rate.timeBase(),
              OptionalLong.of(frames.size()),
              false);
    }

    /** How many frames have been taken. */
    public int taken() {
      return next;
    }

    @Override
    public VideoInfo info() {
      return info;
    }

    @Override
    public @Nullable Frame next() {
      return next < frames.size() ? frames.get(next++) : null;
    }

    @Override
    public List<String> warnings() {
      return warnings;
    }

    @Override
    public void close() {}
  }
}
