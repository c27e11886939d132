package org.recyclegan.recycle.finish.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnlargedTest {

  /** Bilinear by its definition: tent weights over all pixels of the padded plane. */
  private static double slow(float[] plane, int width, int height, double x, double y) {
    double inX = Math.max(0, Math.min(width - 1, x));
    double inY = Math.max(0, Math.min(height - 1, y));
    double sum = 0;
    for (int v = 0; v < height; v++) {
      for (int u = 0; u < width; u++) {
        double weight = Math.max(0, 1 - Math.abs(inX - u)) * Math.max(0, 1 - Math.abs(inY - v));
        sum += weight * plane[v * width + u];
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"4, 3, 9", "5, 2, 5", "1, 4, 6", "4, 1, 7", "1, 1, 3", "6, 5, 2", "2, 2, 31"})
  void isBilinearBetweenTheCentresOfPixels(int width, int height, int wide) {
    SplittableRandom random = new SplittableRandom(42);
    float[] plane = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = random.nextInt(256);
    }
    Enlarged enlarged = new Enlarged(plane, width, height, wide);
    float[] row = new float[wide];
    for (float at = -1; at <= height; at += 0.25f) {
      enlarged.row(at, row);
      for (int x = 0; x < wide; x++) {
        double place = (x + 0.5) * width / wide - 0.5;
        assertEquals(slow(plane, width, height, place, at), row[x], 0.01, x + " of row " + at);
      }
    }
  }

  @Test
  void theSameSizeIsThePlaneItself() {
    float[] plane = {1, 2, 3, 10, 20, 30};
    float[] row = new float[3];
    Enlarged enlarged = new Enlarged(plane, 3, 2, 3);
    enlarged.row(0, row);
    assertArrayEquals(new float[] {1, 2, 3}, row);
    enlarged.row(1, row);
    assertArrayEquals(new float[] {10, 20, 30}, row);
  }
}
