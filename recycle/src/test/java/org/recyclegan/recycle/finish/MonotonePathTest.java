package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MonotonePathTest {

  @Test
  void isAsCheapAsTheCheapestOfAllPathsThatNeverGoBack() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 200; trial++) {
      int candidates = 1 + random.nextInt(5);
      int steepest = 1 + random.nextInt(3);
      float unusual = random.nextInt(3);
      float[][] unary = Costs.random(random, 1 + random.nextInt(6), candidates);
      TransitionCosts transitions =
          (from, to) ->
              to < from || to > from + steepest
                  ? Float.POSITIVE_INFINITY
                  : unusual * Math.abs(to - from - 1);
      MonotonePath search = new MonotonePath(Costs.unary(unary), 0, candidates, steepest, unusual);
      int[] path = search.shortest();
      assertEquals(Costs.least(unary, transitions), Costs.of(path, unary, transitions));
      assertEquals(Costs.of(path, unary, transitions), search.cost());
    }
  }

  /** METHODS 11.4: rows are the query, so that every one of them is used once. */
  @Test
  void agreesWithTheAsymmetricStepPattern() {
    float[][] rows = {{1, 3, 4, 2}, {2, 1, 3, 5}, {4, 2, 1, 3}, {3, 4, 2, 1}, {5, 3, 2, 2}};
    MonotonePath search = new MonotonePath(Costs.unary(rows), 0, 4, 2, 0);
    assertArrayEquals(new int[] {0, 1, 2, 3, 3}, search.shortest());
    assertEquals(6, search.cost());
  }

  @Test
  void staysWithinItsShot() {
    float[][] unary = new float[10][6];
    for (float[] row : unary) {
      java.util.Arrays.fill(row, 5);
      row[0] = 0;
      row[5] = 0;
    }
    int[] path = new MonotonePath(Costs.unary(unary), 2, 2, 2, 0).shortest();
    for (int candidate : path) {
      assertEquals(2, candidate, "of equal ones the first");
    }
  }
}
