package org.recyclegan.recycle.finish.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.recycle.finish.Costs;

/** Paths too long to try them all, against the plain table of every frame and candidate. */
class LongPathsTest {

  /** The least cost by dynamic programming without a beam, blocks or tricks. */
  private static double least(float[][] unary, TransitionCosts transitions) {
    double[] total = new double[unary[0].length];
    for (int j = 0; j < total.length; j++) {
      total[j] = unary[0][j];
    }
    for (int t = 1; t < unary.length; t++) {
      double[] next = new double[total.length];
      Arrays.fill(next, Double.POSITIVE_INFINITY);
      for (int to = 0; to < total.length; to++) {
        for (int from = 0; from < total.length; from++) {
          double cost = total[from] + transitions.cost(from, to) + unary[t][to];
          next[to] = Math.min(next[to], cost);
        }
      }
      total = next;
    }
    return Arrays.stream(total).min().orElseThrow();
  }

  /** Lengths about squares: rows are kept and computed again in blocks of the root. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 15, 16, 17, 24, 25, 26, 48, 49, 50, 99, 100, 101})
  void monotonePathsOfAnyLengthAreTheCheapest(int frames) {
    SplittableRandom random = new SplittableRandom(frames);
    int candidates = 12;
    int steepest = 3;
    TransitionCosts forwards =
        (from, to) ->
            to < from || to > from + steepest
                ? Float.POSITIVE_INFINITY
                : 2 * Math.abs(to - from - 1);
    float[][] unary = Costs.random(random, frames, candidates);
    MonotonePath search = new MonotonePath(Costs.unary(unary), 0, candidates, steepest, 2);
    int[] path = search.shortest();
    assertEquals(least(unary, forwards), Costs.of(path, unary, forwards));
    assertEquals(least(unary, forwards), search.cost());
  }

  @Test
  void aShotInTheMiddleIsSearchedAsIfItWereAlone() {
    SplittableRandom random = new SplittableRandom(31);
    float[][] all = Costs.random(random, 40, 20);
    float[][] shot = new float[40][];
    for (int t = 0; t < shot.length; t++) {
      shot[t] = Arrays.copyOfRange(all[t], 6, 13);
    }
    MonotonePath whole = new MonotonePath(Costs.unary(all), 6, 7, 2, 1);
    MonotonePath alone = new MonotonePath(Costs.unary(shot), 0, 7, 2, 1);
    int[] path = whole.shortest();
    int[] expected = alone.shortest();
    for (int t = 0; t < path.length; t++) {
      assertEquals(6 + expected[t], path[t], "frame " + t);
    }
    assertEquals(alone.cost(), whole.cost());
  }

  /** Steps above 127 do not fit a signed byte. */
  @Test
  void steepStepsAreFollowedBack() {
    float[][] unary = new float[3][600];
    for (float[] row : unary) {
      Arrays.fill(row, 9);
    }
    unary[0][5] = 0;
    unary[1][255] = 0;
    unary[2][510] = 0;
    int[] path = new MonotonePath(Costs.unary(unary), 0, 600, 255, 0).shortest();
    assertEquals("[5, 255, 510]", Arrays.toString(path));
  }

  /** Places above 127 in the widest beam do not fit a signed byte. */
  @Test
  void theWidestBeamIsExactWithAsManyCandidates() {
    SplittableRandom random = new SplittableRandom(32);
    float[][] unary = Costs.random(random, 20, FreePath.WIDEST_BEAM);
    TransitionCosts transitions = (from, to) -> (31 * from + 17 * to) % 11;
    int[] path = new FreePath(Costs.unary(unary), transitions, FreePath.WIDEST_BEAM).shortest();
    assertEquals(least(unary, transitions), Costs.of(path, unary, transitions));
  }

  /** A narrower beam may miss the best, never by being wrong about what it found. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 9, 16, 31})
  void narrowBeamsNearlyFindIt(int beam) {
    SplittableRandom random = new SplittableRandom(33);
    float[][] unary = Costs.random(random, 30, 32);
    TransitionCosts transitions = (from, to) -> to == from + 1 ? 0 : 3;
    int[] path = new FreePath(Costs.unary(unary), transitions, beam).shortest();
    assertEquals(30, path.length);
    double found = Costs.of(path, unary, transitions);
    double best = least(unary, transitions);
    assertTrue(found >= best, found + " is below the least, " + best);
    double greedy = 0;
    for (float[] row : unary) {
      greedy += row[Selection.smallest(row, 1).sum()] + 3;
    }
    assertTrue(found <= greedy, found + " is above jumping to the cheapest each time, " + greedy);
    assertTrue(beam < 16 || found <= 1.1 * best, found + " with half of the candidates");
  }
}
