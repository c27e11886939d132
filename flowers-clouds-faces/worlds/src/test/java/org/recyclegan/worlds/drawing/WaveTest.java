package org.recyclegan.worlds.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WaveTest {

  private static Wave wave(long seed) {
    return new Wave(0.5, new SplittableRandom(seed));
  }

  /** Whatever the weakest part does, the stronger ones alone go to 0.55 + 0.3 - 0.15. */
  @Test
  void staysBetweenItsEndsAndComesNearThem() {
    for (long seed = 0; seed < 5; seed++) {
      Wave wave = wave(seed);
      double least = 1;
      double greatest = -1;
      for (int i = 0; i < 20_000; i++) {
        double value = wave.at(i * 0.05);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
      assertTrue(least >= -1 && least < -0.69, "least " + least);
      assertTrue(greatest <= 1 && greatest > 0.69, "greatest " + greatest);
    }
  }

  @Test
  void betweenStretchesTheValue() {
    Wave wave = wave(3);
    for (double t : new double[] {0, 0.7, 12}) {
      assertEquals(5 + 2 * wave.at(t), wave.between(3, 7, t), 1e-12);
    }
  }

  /** Against the trapezoidal rule. */
  @Test
  void integralIsThatOfTheValue() {
    Wave wave = wave(4);
    int steps = 100_000;
    double end = 7.3;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double t = end * i / steps;
      sum += 0.5 * (wave.at(t) + wave.at(t + end / steps)) * end / steps;
    }
    assertEquals(0, wave.integral(0), 1e-15);
    assertEquals(sum, wave.integral(end), 1e-7);
  }

  /** Twice the rate shows in half the time what the rate shows. */
  @Test
  void movesAtTheRateThatWasAskedFor() {
    for (long seed = 0; seed < 5; seed++) {
      Wave slow = new Wave(0.5, new SplittableRandom(seed));
      Wave fast = new Wave(1, new SplittableRandom(seed));
      for (double t : new double[] {0.3, 1.1, 5}) {
        assertEquals(slow.at(2 * t), fast.at(t), 1e-9);
      }
    }
  }

  @Test
  void theSeedDecides() {
    assertEquals(wave(1).at(2.5), wave(1).at(2.5));
    assertTrue(Math.abs(wave(1).at(2.5) - wave(2).at(2.5)) > 1e-6);
  }
}
