package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers over seeds, solved by hand. */
class StatisticsTest {

  /** Student's t of two degrees of freedom at 97.5 %, from a table. */
  private static final double T2 = 4.302652729696142;

  private static final Measure PSNR = Measure.of("psnr");
  private static final Measure TOF = Measure.of("tof");
  private static final Measure SIGN = Measure.of("right_sign");
  private static final Measure LAG = Measure.of("lag_frames");

  private static TrialScores trial(String method, long seed, Map<String, Double> values) {
    return new TrialScores(method, seed, 3, 1.5, values, List.of());
  }

  /** Mean 12 and deviation 2 over three seeds. */
  @Test
  void aMeanHasStudentsInterval() {
    Summary summary = Summary.of(PSNR, "x", new double[] {10, 12, 14});
    assertEquals("psnr", summary.measure());
    assertEquals(3, summary.seeds());
    assertEquals(12, summary.mean(), 1e-12);
    assertEquals(12 - T2 * 2 / Math.sqrt(3), summary.low(), 1e-6);
    assertEquals(12 + T2 * 2 / Math.sqrt(3), summary.high(), 1e-6);
  }

  /** Two of two: Clopper and Pearson's low end is the square root of 2.5 %. */
  @Test
  void aShareHasItsExactInterval() {
    Summary summary = Summary.of(SIGN, "x", new double[] {1, 1});
    assertEquals(1, summary.mean());
    assertEquals(Math.sqrt(0.025), summary.low(), 1e-9);
    assertEquals(1, summary.high());
  }

  @Test
  void oneSeedHasNoInterval() {
    Summary summary = Summary.of(PSNR, "x", new double[] {10});
    assertEquals(10, summary.mean());
    assertNull(summary.low());
    assertNull(summary.high());
    assertNull(summary.interval());
    Difference difference = Difference.of(PSNR, "x", new double[] {9}, "y", new double[] {1});
    assertNull(difference.low());
    assertFalse(difference.different());
  }

  /** The differences are 1, 2 and 3: mean 2, deviation 1. The interval includes zero. */
  @Test
  void seedsArePaired() {
    Difference difference =
        Difference.of(PSNR, "x", new double[] {11, 22, 33}, "y", new double[] {10, 20, 30});
    assertEquals(2, difference.mean(), 1e-12);
    assertEquals(2 - T2 / Math.sqrt(3), difference.low(), 1e-6);
    assertEquals(2 + T2 / Math.sqrt(3), difference.high(), 1e-6);
    assertFalse(difference.different());
    assertNull(difference.better());
  }

  @Test
  void theBetterOneIsNamedByTheMeasuresDirection() {
    double[] high = {5, 6.01, 7};
    double[] low = {1, 2, 3};
    assertEquals("x", Difference.of(PSNR, "x", high, "y", low).better());
    assertEquals("y", Difference.of(PSNR, "x", low, "y", high).better());
    assertEquals("y", Difference.of(TOF, "x", high, "y", low).better());
    assertTrue(Difference.of(TOF, "x", high, "y", low).different());
  }

  /** Late by 1 beats early by 5: what counts is how far from zero. */
  @Test
  void aLagIsBetterNearZero() {
    Difference difference =
        Difference.of(LAG, "x", new double[] {-5, -5.01, -5}, "y", new double[] {1, 1, 1});
    assertEquals("y", difference.better());
    assertEquals(4, difference.mean(), 0.01);
  }

  /** Methods and measures stay in the order of the trials; seeds that one lacks are not paired. */
  @Test
  void trialsArePutTogetherByMethodAndSeed() {
    Statistics statistics =
        new Statistics(
            List.of(
                trial("b", 1, Map.of("ssim", 0.5)),
                trial("a", 1, Map.of("ssim", 0.25)),
                trial("a", 2, Map.of("ssim", 0.75)),
                trial("b", 3, Map.of("ssim", 0.9))));
    List<Summary> summaries = statistics.summaries();
    assertEquals(List.of("b", "a"), summaries.stream().map(Summary::method).toList());
    assertEquals(0.7, summaries.get(0).mean(), 1e-12);
    assertEquals(0.5, summaries.get(1).mean(), 1e-12);
    Difference difference = statistics.differences().get(0);
    assertEquals(1, statistics.differences().size());
    assertEquals("b", difference.first());
    assertEquals("a", difference.second());
    assertEquals(1, difference.seeds());
    assertEquals(0.25, difference.mean(), 1e-12);
  }

  @Test
  void aMeasureThatOneMethodLacksHasNoDifference() {
    Statistics statistics =
        new Statistics(
            List.of(trial("a", 1, Map.of("ssim", 0.5)), trial("b", 1, Map.of("psnr", 20.0))));
    assertEquals(2, statistics.summaries().size());
    assertEquals(List.of(), statistics.differences());
  }
}
