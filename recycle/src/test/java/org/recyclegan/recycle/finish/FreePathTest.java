package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FreePathTest {

  @Test
  void isAsCheapAsTheCheapestOfAllPaths() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 200; trial++) {
      int candidates = 1 + random.nextInt(5);
      float[][] unary = Costs.random(random, 1 + random.nextInt(5), candidates);
      float[][] steps = Costs.random(random, candidates, candidates);
      TransitionCosts transitions = (from, to) -> steps[from][to];
      int[] path = new FreePath(Costs.unary(unary), transitions, candidates).shortest();
      assertEquals(Costs.least(unary, transitions), Costs.of(path, unary, transitions));
    }
  }

  @Test
  void jumpsOnlyWhereItPays() {
    float[][] unary = {{0, 5, 5, 5}, {5, 5, 5, 4}, {5, 5, 0, 5}};
    // Going on is free, so 0 1 2 costs 5; without the price of jumps 0 3 2 would cost 4.
    TransitionCosts transitions = (from, to) -> to == from + 1 ? 0 : 1;
    assertArrayEquals(
        new int[] {0, 1, 2}, new FreePath(Costs.unary(unary), transitions, 4).shortest());
    assertArrayEquals(
        new int[] {0, 3, 2}, new FreePath(Costs.unary(unary), (from, to) -> 0, 4).shortest());
  }

  @Test
  void narrowBeamFollowsThePathThatIsCheapestThroughout() {
    int candidates = 400;
    float[][] unary = new float[300][candidates];
    for (int t = 0; t < unary.length; t++) {
      for (int j = 0; j < candidates; j++) {
        unary[t][j] = Math.abs(j - (20 + t));
      }
      // For one frame the right candidate looks like one of the worst.
      if (t == 150) {
        unary[t][20 + t] = 200;
      }
    }
    TransitionCosts transitions = (from, to) -> to == from + 1 ? 0 : 5000;
    int[] path = new FreePath(Costs.unary(unary), transitions, 8).shortest();
    for (int t = 0; t < path.length; t++) {
      assertEquals(20 + t, path[t]);
    }
  }

  @Test
  void oneCandidateIsShownThroughout() {
    int[] path =
        new FreePath(Costs.unary(new float[] {3}, new float[] {4}), (from, to) -> 7, 9).shortest();
    assertArrayEquals(new int[] {0, 0}, path);
  }

  @Test
  void refusesBeamsThatBytesCannotCount() {
    UnaryCosts unary = Costs.unary(new float[1]);
    assertThrows(IllegalArgumentException.class, () -> new FreePath(unary, (a, b) -> 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new FreePath(unary, (a, b) -> 0, 257));
  }
}
