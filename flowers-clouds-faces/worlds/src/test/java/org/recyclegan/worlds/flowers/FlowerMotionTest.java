package org.recyclegan.worlds.flowers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recyclegan.worlds.model.Motion;

final class FlowerMotionTest {

  private static final double STEP = 0.04;
  private static final int STEPS = 5000;

  @Test
  void staysInRangeAndMovesSmoothly() {
    for (long seed = 0; seed < 20; seed++) {
      Motion motion = new FlowerMotion(seed);
      double[] before = motion.at(0);
      for (int i = 1; i < STEPS; i++) {
        double[] now = motion.at(i * STEP);
        assertTrue(now[0] >= 0 && now[0] <= 1, "bloom " + now[0]);
        assertTrue(Math.abs(now[1]) <= 1, "sway " + now[1]);
        // The steepest wilting: smoothstep's slope of 1.5 over 0.9 seconds.
        assertEquals(before[0], now[0], 1.5 / 0.9 * STEP + 1e-9, "at step " + i);
        assertEquals(before[1], now[1], 0.3, "at step " + i);
        before = now;
      }
    }
  }

  @Test
  void opensMoreSlowlyThanItWilts() {
    int rising = 0;
    int falling = 0;
    Motion motion = new FlowerMotion(3);
    for (int i = 1; i < STEPS; i++) {
      double change = motion.at(i * STEP)[0] - motion.at((i - 1) * STEP)[0];
      rising += change > 1e-6 ? 1 : 0;
      falling += change < -1e-6 ? 1 : 0;
    }

    assertTrue(rising > 1.7 * falling, rising + " steps up, " + falling + " down");
    assertTrue(falling > STEPS / 10, "it wilts as well: " + falling);
  }

  @Test
  void seedsDetermineTheMotion() {
    assertArrayEquals(new FlowerMotion(5).at(12.3), new FlowerMotion(5).at(12.3));
    assertTrue(Math.abs(new FlowerMotion(5).at(1)[1] - new FlowerMotion(6).at(1)[1]) > 1e-3);
  }
}
