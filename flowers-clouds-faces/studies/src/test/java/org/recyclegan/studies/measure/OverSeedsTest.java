package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recyclegan.eval.stats.Interval;

/** Against SciPy 1.10: {@code stats.t.interval}, {@code stats.beta.ppf}. */
final class OverSeedsTest {

  private static final double EXACT = 1e-9;

  @Test
  void meansHaveStudentsInterval() {
    Interval found = OverSeeds.ofMean(new double[] {24.1, 23.7, 25.0, 24.4, 23.9}).orElseThrow();
    assertEquals(23.590536357285117, found.low(), EXACT);
    assertEquals(24.84946364271488, found.high(), EXACT);
  }

  @Test
  void sharesHaveThatOfClopperAndPearson() {
    Interval nine = OverSeeds.ofShare(new double[] {1, 1, 1, 1, 0, 1, 1, 1, 1, 1}).orElseThrow();
    assertEquals(0.5549838829718047, nine.low(), 1e-8);
    assertEquals(0.9974714214555382, nine.high(), 1e-8);
    Interval none = OverSeeds.ofShare(new double[5]).orElseThrow();
    assertEquals(0, none.low(), 0);
    assertEquals(0.5218237501049814, none.high(), 1e-8);
  }

  @Test
  void sharesOfTheSameSeedsAreComparedWhereTheyDiffer() {
    double[] ones = {1, 1, 1, 1, 1, 1, 1};
    double[] sixDiffer = {0, 0, 0, 0, 0, 0, 1};
    Interval found = OverSeeds.ofShares(ones, sixDiffer).orElseThrow();
    // 6 of 6: 0.025^(1/6) is the lower end of the share that favours the first.
    assertEquals(6.0 / 7 * (2 * Math.pow(0.025, 1.0 / 6) - 1), found.low(), 1e-8);
    assertEquals(6.0 / 7, found.high(), EXACT);
    assertTrue(found.excludes(0));
    assertFalse(OverSeeds.ofShares(ones, ones).orElseThrow().excludes(0));
  }

  @Test
  void oneSeedHasNone() {
    assertTrue(OverSeeds.ofMean(new double[] {3}).isEmpty());
    assertTrue(OverSeeds.ofShare(new double[] {1}).isEmpty());
    assertTrue(OverSeeds.ofShares(new double[] {1}, new double[] {0}).isEmpty());
  }
}
