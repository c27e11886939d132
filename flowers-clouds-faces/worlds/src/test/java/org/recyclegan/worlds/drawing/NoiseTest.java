package org.recyclegan.worlds.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Hills of values, hills of slopes, and the seeds that decide them. */
class NoiseTest {

  private static final double TINY = 1e-6;

  @Test
  void gradientNoiseIsZeroAtTheLattice() {
    GradientNoise noise = new GradientNoise(3);
    for (int x = -3; x <= 3; x++) {
      for (int y = -3; y <= 3; y++) {
        assertEquals(0, noise.at(x, y), 1e-12);
      }
    }
  }

  /** In the middle of a cell the four slopes count alike: each gives at most half the diagonal. */
  @Test
  void gradientNoiseKeepsToItsRangeAndHasNoBias() {
    GradientNoise noise = new GradientNoise(3);
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (double x = 0.05; x < 60; x += 0.37) {
      for (double y = 0.05; y < 60; y += 0.37) {
        double value = noise.at(x, y);
        assertTrue(Math.abs(value) <= Math.sqrt(0.5), "" + value);
        sum += value;
        squares += value * value;
        count++;
      }
    }
    assertEquals(0, sum / count, 0.02);
    assertTrue(Math.sqrt(squares / count) > 0.15, "" + Math.sqrt(squares / count));
  }

  @Test
  void noisesAreContinuousAcrossCells() {
    GradientNoise gradients = new GradientNoise(5);
    ValueNoise values = new ValueNoise(5);
    for (int cell = -2; cell <= 2; cell++) {
      for (double other : new double[] {-1.3, 0.25, 0.75}) {
        assertEquals(gradients.at(cell - TINY, other), gradients.at(cell + TINY, other), 1e-4);
        assertEquals(gradients.at(other, cell - TINY), gradients.at(other, cell + TINY), 1e-4);
        assertEquals(values.at(cell - TINY, other), values.at(cell + TINY, other), 1e-4);
        assertEquals(values.at(other, cell - TINY), values.at(other, cell + TINY), 1e-4);
      }
    }
  }

  /** The documented sum: half as strong and 2.03 times as fine each time, elsewhere each time. */
  @Test
  void fractalAddsFinerOctaves() {
    GradientNoise noise = new GradientNoise(8);
    double x = 1.3;
    double y = 2.9;
    double first = noise.at(x, y);
    double second = 0.5 * noise.at(2.03 * x + 17.3, 2.03 * y - 9.7);
    assertEquals(first, noise.fractal(x, y, 1), 1e-12);
    assertEquals(first + second, noise.fractal(x, y, 2), 1e-12);
  }

  @Test
  void gradientNoiseRepeatsAfterItsPeriodOnly() {
    GradientNoise noise = new GradientNoise(8);
    assertEquals(noise.at(0.4, 0.3), noise.at(1024.4, 0.3), 1e-9);
    assertNotEquals(noise.at(0.4, 0.3), noise.at(512.4, 0.3), 1e-9);
  }

  /** At the middle of an edge smoothstep is a half, so the value is the mean of both ends. */
  @Test
  void valueNoiseJoinsTheLattice() {
    ValueNoise noise = new ValueNoise(2);
    double mean = 0.5 * (noise.at(3, 7) + noise.at(4, 7));
    assertEquals(mean, noise.at(3.5, 7), 1e-12);
    double four = 0.25 * (noise.at(3, 7) + noise.at(4, 7) + noise.at(3, 8) + noise.at(4, 8));
    assertEquals(four, noise.at(3.5, 7.5), 1e-12);
  }

  @Test
  void valueNoiseIsUniformAtTheLattice() {
    ValueNoise noise = new ValueNoise(2);
    int[] counts = new int[4];
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 40; y++) {
        double value = noise.at(x, y);
        assertTrue(value >= 0 && value < 1, "" + value);
        counts[(int) (4 * value)]++;
      }
    }
    for (int count : counts) {
      assertEquals(400, count, 70, "a quarter of 1600, give or take four deviations");
    }
  }

  @Test
  void anotherSeedIsAnotherNoise() {
    assertEquals(new ValueNoise(1).at(2, 3), new ValueNoise(1).at(2, 3));
    assertNotEquals(new ValueNoise(1).at(2, 3), new ValueNoise(2).at(2, 3));
    assertEquals(new GradientNoise(1).at(2.5, 3.1), new GradientNoise(1).at(2.5, 3.1));
    assertNotEquals(new GradientNoise(1).at(2.5, 3.1), new GradientNoise(2).at(2.5, 3.1));
  }

  @Test
  void seedsDifferByBothNumbersAndTheirOrder() {
    assertEquals(Seeds.mix(1, 2), Seeds.mix(1, 2));
    assertNotEquals(Seeds.mix(1, 2), Seeds.mix(2, 1));
    assertNotEquals(Seeds.mix(1, 2), Seeds.mix(1, 3));
    double sum = 0;
    for (int key = 0; key < 1000; key++) {
      double fraction = Seeds.fraction(9, key);
      assertTrue(fraction >= 0 && fraction < 1, "" + fraction);
      sum += fraction;
    }
    assertEquals(0.5, sum / 1000, 0.04);
  }
}
