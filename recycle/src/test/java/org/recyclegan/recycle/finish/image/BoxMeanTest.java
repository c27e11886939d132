package org.recyclegan.recycle.finish.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxMeanTest {

  @ParameterizedTest
  @CsvSource({"7, 5, 1", "5, 7, 2", "9, 2, 3", "1, 6, 1", "6, 1, 2", "4, 4, 9", "3, 3, 0"})
  void isTheMeanOfWhatLiesWithinThePicture(int width, int height, int radius) {
    SplittableRandom random = new SplittableRandom(41);
    float[] plane = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = random.nextInt(1000);
    }
    float[] means = BoxMean.of(plane, width, height, radius);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < height; v++) {
          for (int u = 0; u < width; u++) {
            if (Math.abs(u - x) <= radius && Math.abs(v - y) <= radius) {
              sum += plane[v * width + u];
              count++;
            }
          }
        }
        assertEquals(sum / count, means[y * width + x], 1e-3, "at " + x + ", " + y);
      }
    }
  }

  /** Running sums of large pictures lose what is small beside them, unless they are doubles. */
  @Test
  void largePicturesDoNotDrift() {
    int side = 1500;
    float[] plane = new float[side * side];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = 255 - (i % 2);
    }
    float[] means = BoxMean.of(plane, side, side, 1);
    int last = side * side - 1;
    // The corner's four pixels are two of either level.
    assertEquals(254.5, means[last], 1e-3);
  }

  @Test
  void productsAreByPixel() {
    float[] product = BoxMean.product(new float[] {1, 2, 3}, new float[] {4, -5, 0.5f});
    assertArrayEquals(new float[] {4, -10, 1.5f}, product);
  }
}
