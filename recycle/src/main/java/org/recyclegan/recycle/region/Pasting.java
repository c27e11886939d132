package org.recyclegan.recycle.region;

import org.recyclegan.video.Frame;
import org.recyclegan.video.excerpt.Box;

/**
 * Blends a result into a rectangle of a source. Before that, the result's colours are moved so that
 * they fit around it: for each channel, with mean m and standard deviation s over the pixels whose
 * weight is neither 0 nor 1 (the border), a value v of the result becomes
 *
 * <pre>m(source) + g (v − m(result)),  g = s(source) / s(result), held between 1/2 and 2</pre>
 *
 * <p>which is the colour transfer of Reinhard and others (2001) in RGB, measured on the border
 * alone. It is one function for the whole rectangle, so it draws no seam inside of it. Without a
 * border nothing is moved. Pixels of weight 0 stay what they are, to the bit.
 */
final class Pasting {

  private static final int CHANNELS = 3;
  private static final double MOST_GAIN = 2;

  private Pasting() {}

  /**
   * Pastes.
   *
   * @param source the whole picture
   * @param result of the rectangle's size
   * @param box inside of the picture
   * @param weights of the rectangle
   * @return a picture of the source's size and time
   */
  static Frame paste(Frame source, Frame result, Box box, float[] weights) {
    byte[] rgb = source.rgb().clone();
    for (int c = 0; c < CHANNELS; c++) {
      Line line = match(source, result, box, weights, c);
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0) {
          int at = index(source, box, i, c);
          double moved = line.of(Byte.toUnsignedInt(result.rgb()[CHANNELS * i + c]));
          double own = Byte.toUnsignedInt(rgb[at]);
          rgb[at] = (byte) Math.round(own + weights[i] * (moved - own));
        }
      }
    }
    return source.withPixels(source.width(), source.height(), rgb);
  }

  private static int index(Frame source, Box box, int i, int channel) {
    int x = box.x() + i % box.width();
    int y = box.y() + i / box.width();
    return CHANNELS * (y * source.width() + x) + channel;
  }

  /** What values become: at most what a byte holds. */
  private record Line(double gain, double offset) {
    double of(double value) {
      return Math.max(0, Math.min(255, gain * value + offset));
    }
  }

  private static Line match(Frame source, Frame result, Box box, float[] weights, int channel) {
    Moments own = new Moments();
    Moments made = new Moments();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && weights[i] < 1) {
        own.add(Byte.toUnsignedInt(source.rgb()[index(source, box, i, channel)]));
        made.add(Byte.toUnsignedInt(result.rgb()[CHANNELS * i + channel]));
      }
    }
    if (own.count == 0) {
      return new Line(1, 0);
    }
    double spread = made.deviation();
    double gain =
        spread == 0 ? 1 : Math.max(1 / MOST_GAIN, Math.min(MOST_GAIN, own.deviation() / spread));
    return new Line(gain, own.mean() - gain * made.mean());
  }

  /** Sums of whole numbers, so exact. */
  private static final class Moments {
    private long count;
    private long sum;
    private long squares;

    void add(int value) {
      count++;
      sum += value;
      squares += (long) value * value;
    }

    double mean() {
      return (double) sum / count;
    }

    double deviation() {
      double mean = mean();
      return Math.sqrt(Math.max(0, (double) squares / count - mean * mean));
    }
  }
}
