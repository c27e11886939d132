package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class MotionCostsTest {

  /** So many ones: the squared distance of two numbers is then their difference. */
  private static float[][] counted(int... numbers) {
    float[][] features = new float[numbers.length][9];
    for (int i = 0; i < numbers.length; i++) {
      for (int k = 0; k < numbers[i]; k++) {
        features[i][k] = 1;
      }
    }
    return features;
  }

  /** METHODS 11.1: frames 0 1 2 3 2 1 0 9, m = 1, w = (.5, .5), first row of D'. */
  @Test
  void distancesPreserveDynamics() {
    float[][] features = counted(0, 1, 2, 3, 2, 1, 0, 9);
    MotionCosts costs = new MotionCosts(features, new int[8], 1, 0);
    float[] expected = {0, 1, 2, 2, 1, 1, 4};
    for (int j = 1; j < features.length; j++) {
      // D' of the frame that would follow frame 0 and of frame j.
      assertEquals(expected[j - 1], costs.cost(0, j));
    }
  }

  @Test
  void goingOnIsFreeAndLeavingTheOrderHasItsPrice() {
    MotionCosts costs = new MotionCosts(counted(0, 1, 2, 3, 4), new int[5], 0, 7);
    assertEquals(0, costs.cost(1, 2));
    assertEquals(0, costs.cost(1, 1), "standing still");
    assertEquals(0, costs.cost(1, 3), "twice as fast");
    assertEquals(7, costs.cost(1, 4));
    assertEquals(7, costs.cost(1, 0));
  }

  @Test
  void nothingFollowsTheEndOfAShot() {
    float[][] features = counted(0, 1, 5, 6);
    int[] shots = {0, 0, 1, 1};
    MotionCosts costs = new MotionCosts(features, shots, 1, 7);
    // Frame 2 is next in the file, but another shot: compared with what was shown last.
    assertEquals(7 + 4, costs.cost(1, 2));
    // Before frame 3 was frame 2, of its own shot.
    assertEquals(7 + 4, costs.cost(1, 3));
    // Frame 1 follows frame 0; frame 2 has nothing before it.
    assertEquals(7 + 4, costs.cost(0, 2));
  }
}
