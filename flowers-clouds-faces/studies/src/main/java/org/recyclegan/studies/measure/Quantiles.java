package org.recyclegan.studies.measure;

import java.util.Arrays;

/**
 * How much of the picture is how bright: quantiles of red, green, blue and of red minus blue over
 * all pixels, regardless of their places.
 */
final class Quantiles implements Features {

  private static final int COUNT = 16;

  @Override
  public double[] of(byte[] rgb) {
    int[] values = new int[rgb.length / 3];
    double[] quantiles = new double[4 * COUNT];
    for (int kind = 0; kind < 4; kind++) {
      for (int p = 0; p < values.length; p++) {
        values[p] =
            kind < 3 ? rgb[3 * p + kind] & 0xff : (rgb[3 * p] & 0xff) - (rgb[3 * p + 2] & 0xff);
      }
      Arrays.sort(values);
      for (int i = 0; i < COUNT; i++) {
        int at = (int) ((i + 0.5) / COUNT * values.length);
        quantiles[COUNT * kind + i] = values[at] / 255.0;
      }
    }
    return quantiles;
  }

  @Override
  public String description() {
    return COUNT + " quantiles each of red, green, blue and red minus blue over the picture";
  }
}
