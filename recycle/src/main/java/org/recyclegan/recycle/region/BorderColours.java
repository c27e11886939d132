package org.recyclegan.recycle.region;

import java.util.Arrays;
import org.recyclegan.video.Frame;
import org.recyclegan.video.excerpt.Box;

/**
 * How the colours of a result become those around it. For each channel, with mean m and standard
 * deviation s over pixels of the border, a value v of the result becomes
 *
 * <pre>m(source) + g (v − m(result)),  g = s(source) / s(result), held between 1/2 and 2</pre>
 *
 * <p>which is the colour transfer of Reinhard and others (2001) in RGB, measured on the border
 * alone. It is one function for the whole rectangle, so it draws no seam inside of it.
 *
 * <p>The border is where the weight is neither 0 nor 1. Of it, that half of the pixels counts whose
 * difference from the source is most like the usual one (the sum over the channels of the distances
 * from each channel's median difference): where a thing crosses the border in one of the pictures
 * alone, its colour says nothing of the ground's. Without a border nothing is moved.
 */
final class BorderColours {

  private static final int CHANNELS = 3;
  private static final int LEVELS = 256;
  private static final double MOST_GAIN = 2;

  private final double[] gains = {1, 1, 1};
  private final double[] offsets = new double[CHANNELS];

  private BorderColours() {}

  /** Colours as they are. */
  static BorderColours unchanged() {
    return new BorderColours();
  }

  static BorderColours of(Frame source, Frame result, Box box, float[] weights) {
    BorderColours colours = new BorderColours();
    int[] border = border(weights);
    if (border.length == 0) {
      return colours;
    }
    int[] own = new int[CHANNELS * border.length];
    int[] made = new int[CHANNELS * border.length];
    for (int i = 0; i < border.length; i++) {
      int at = Pasting.index(source, box, border[i]);
      for (int c = 0; c < CHANNELS; c++) {
        own[CHANNELS * i + c] = Byte.toUnsignedInt(source.rgb()[at + c]);
        made[CHANNELS * i + c] = Byte.toUnsignedInt(result.rgb()[CHANNELS * border[i] + c]);
      }
    }
    int[] oddness = oddness(own, made);
    int most = median(oddness, 2 * LEVELS * CHANNELS);
    for (int c = 0; c < CHANNELS; c++) {
      colours.fit(c, own, made, oddness, most);
    }
    return colours;
  }

  private static int[] border(float[] weights) {
    int[] pixels = new int[weights.length];
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && weights[i] < 1) {
        pixels[count++] = i;
      }
    }
    return Arrays.copyOf(pixels, count);
  }

  /** How far each pixel's difference is from the usual one, 0 to 6 * 255. */
  private static int[] oddness(int[] own, int[] made) {
    int[] oddness = new int[own.length / CHANNELS];
    int[] differences = new int[oddness.length];
    for (int c = 0; c < CHANNELS; c++) {
      for (int i = 0; i < differences.length; i++) {
        differences[i] = own[CHANNELS * i + c] - made[CHANNELS * i + c] + LEVELS;
      }
      int usual = median(differences, 2 * LEVELS);
      for (int i = 0; i < oddness.length; i++) {
        oddness[i] += Math.abs(differences[i] - usual);
      }
    }
    return oddness;
  }

  /** The smallest value that at least half of the values do not exceed; all are below a bound. */
  private static int median(int[] values, int bound) {
    int[] counts = new int[bound];
    for (int value : values) {
      counts[value]++;
    }
    int below = 0;
    for (int value = 0; value < bound; value++) {
      below += counts[value];
      if (2 * below >= values.length) {
        return value;
      }
    }
    throw new IllegalArgumentException("A median of nothing");
  }

  private void fit(int channel, int[] own, int[] made, int[] oddness, int most) {
    Moments ofOwn = new Moments();
    Moments ofMade = new Moments();
    for (int i = 0; i < oddness.length; i++) {
      if (oddness[i] <= most) {
        ofOwn.add(own[CHANNELS * i + channel]);
        ofMade.add(made[CHANNELS * i + channel]);
      }
    }
    double spread = ofMade.deviation();
    gains[channel] =
        spread == 0 ? 1 : Math.max(1 / MOST_GAIN, Math.min(MOST_GAIN, ofOwn.deviation() / spread));
    offsets[channel] = ofOwn.mean() - gains[channel] * ofMade.mean();
  }

  /** Returns what a level becomes: 0 to 255, not rounded. */
  double fitted(int channel, int level) {
    return Math.max(0, Math.min(LEVELS - 1, gains[channel] * level + offsets[channel]));
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
