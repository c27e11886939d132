package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  private static final int COUNT = 16;

  /** 32 pixels of red 0, 8, 16, …: each quantile lies in the middle of two of them. */
  private static byte[] ramp(int from, int step) {
    byte[] rgb = new byte[3 * 32];
    for (int p = 0; p < 32; p++) {
      rgb[3 * p] = (byte) (from + step * p);
      rgb[3 * p + 1] = (byte) 255;
      rgb[3 * p + 2] = (byte) 100;
    }
    return rgb;
  }

  @Test
  void eachChannelAndTheDifferenceHaveTheirOwn() {
    double[] found = new Quantiles().of(ramp(0, 8));
    assertEquals(4 * COUNT, found.length);
    for (int i = 0; i < COUNT; i++) {
      int red = 8 * (2 * i + 1);
      assertEquals(red / 255.0, found[i], 1e-12);
      assertEquals(1, found[COUNT + i], 1e-12);
      assertEquals(100 / 255.0, found[2 * COUNT + i], 1e-12);
      assertEquals((red - 100) / 255.0, found[3 * COUNT + i], 1e-12);
    }
  }

  @Test
  void placesDoNotCount() {
    assertArrayEquals(new Quantiles().of(ramp(0, 8)), new Quantiles().of(ramp(248, -8)));
  }

  @Test
  void aPictureOfOnePixelIsItsOwnQuantile() {
    double[] found = new Quantiles().of(new byte[] {51, 102, (byte) 204});
    assertEquals(0.2, found[0], 1e-12);
    assertEquals(1, Arrays.stream(found, 0, COUNT).distinct().count());
    assertEquals(-0.6, found[4 * COUNT - 1], 1e-12);
  }
}
