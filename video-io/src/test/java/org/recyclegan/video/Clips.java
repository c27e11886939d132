package org.recyclegan.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Inputs made by the tests themselves. */
public final class Clips {

  public static final int SAMPLE_RATE = 8000;

  /** Colours far apart, in squares of {@link #CHART_SQUARE} pixels. */
  private static final int[][] CHART = {
    {255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 0},
    {0, 255, 255}, {255, 0, 255}, {255, 255, 255}, {0, 0, 0},
    {128, 128, 128}, {200, 80, 40}, {40, 120, 200}, {96, 160, 64},
  };

  private static final int CHART_SQUARE = 32;
  private static final int CHART_COLUMNS = 4;

  private Clips() {}

  /** Returns a smooth picture that differs from frame to frame. */
  public static Frame gradient(int width, int height, int index, long pts) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      rgb[3 * i] = (byte) (255 * (i % width) / width);
      rgb[3 * i + 1] = (byte) (255 * (i / width) / height);
      rgb[3 * i + 2] = (byte) (20 * index % 256);
    }
    return new Frame(width, height, rgb, pts);
  }

  /** Returns gradients at the times given. */
  public static List<Frame> gradients(int width, int height, long... pts) {
    List<Frame> frames = new ArrayList<>();
    for (long time : pts) {
      frames.add(gradient(width, height, frames.size(), time));
    }
    return frames;
  }

  /** Returns as many gradients as asked for, one tick apart. */
  public static List<Frame> gradients(int width, int height, int count) {
    return gradients(width, height, LongStream.range(0, count).toArray());
  }

  /** Returns a chart of flat squares, repeated over a picture of any size. */
  public static Frame chart(int width, int height, long pts) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int[] colour = chartColour(x, y);
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * width + x) + c] = (byte) colour[c];
        }
      }
    }
    return new Frame(width, height, rgb, pts);
  }

  private static int[] chartColour(int x, int y) {
    int square = y / CHART_SQUARE * CHART_COLUMNS + x / CHART_SQUARE % CHART_COLUMNS;
    return CHART[square % CHART.length];
  }

  /** Returns the largest difference from the chart, at the middles of its squares. */
  public static int worstChartError(Frame frame) {
    int worst = 0;
    for (int y = CHART_SQUARE / 2; y < frame.height(); y += CHART_SQUARE) {
      for (int x = CHART_SQUARE / 2; x < frame.width(); x += CHART_SQUARE) {
        for (int c = 0; c < 3; c++) {
          int found = frame.rgb()[3 * (y * frame.width() + x) + c] & 0xFF;
          worst = Math.max(worst, Math.abs(found - chartColour(x, y)[c]));
        }
      }
    }
    return worst;
  }

  /** Returns the mean absolute difference of two frames, in levels of 255. */
  public static double meanError(Frame a, Frame b) {
    long sum = 0;
    for (int i = 0; i < a.rgb().length; i++) {
      sum += Math.abs((a.rgb()[i] & 0xFF) - (b.rgb()[i] & 0xFF));
    }
    return (double) sum / a.rgb().length;
  }

  /** Writes a mono tone as 16-bit PCM: a RIFF header by hand, so that nothing of ours is in it. */
  public static Path wav(Path file, double seconds) throws IOException {
    int samples = (int) (seconds * SAMPLE_RATE);
    ByteBuffer data = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    data.put(ascii("RIFF")).putInt(36 + 2 * samples).put(ascii("WAVEfmt ")).putInt(16);
    data.putShort((short) 1).putShort((short) 1).putInt(SAMPLE_RATE).putInt(2 * SAMPLE_RATE);
    data.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * samples);
    for (int i = 0; i < samples; i++) {
      data.putShort((short) (10000 * Math.sin(2 * Math.PI * 440 * i / SAMPLE_RATE)));
    }
    return Files.write(file, data.array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
