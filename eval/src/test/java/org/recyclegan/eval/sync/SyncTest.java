package org.recyclegan.eval.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against NumPy and SciPy on two series by formula, and on shifts whose lag is known. */
class SyncTest {

  private static final double[] SOURCE =
      series(
          64, t -> 1 + 0.8 * Math.sin(2 * Math.PI * t / 16) + 0.2 * Math.sin(2 * Math.PI * t / 5));
  private static final double[] OUTPUT =
      series(
          64,
          t ->
              0.5
                  + 1.6 * Math.sin(2 * Math.PI * (t - 3) / 16)
                  + 0.1 * Math.cos(2 * Math.PI * t / 7));
  private static final double[] LAGS = {
    0.3650941045978064, 0.6772857572494169, 0.890812551588302, 0.9675713861620887, 0.895187660717399
  };

  @Test
  void correlationsAreScipys() {
    assertEquals(0.3650941045978064, Correlation.pearson(SOURCE, OUTPUT).orElseThrow(), 1e-10);
    assertEquals(0.35092097638565284, Correlation.spearman(SOURCE, OUTPUT).orElseThrow(), 1e-10);
  }

  @Test
  void crossCorrelationIsNumpys() {
    CrossCorrelation best = CrossCorrelation.best(SOURCE, OUTPUT).orElseThrow();
    assertEquals(0.9675713861620887, best.value(), 1e-10);
    assertEquals(3, best.lag());
    for (int lag = 0; lag < LAGS.length; lag++) {
      double value = CrossCorrelation.at(SOURCE, OUTPUT, lag).orElseThrow();
      assertEquals(LAGS[lag], value, 1e-10, "lag " + lag);
    }
  }

  @Test
  void timeWarpIsTheReferences() {
    for (TimeWarp warp :
        new TimeWarp[] {
          TimeWarp.align(SOURCE, OUTPUT).orElseThrow(),
          TimeWarp.align(SOURCE, OUTPUT, 6).orElseThrow(),
          TimeWarp.align(SOURCE, OUTPUT, 1000).orElseThrow()
        }) {
      assertEquals(15.785711902717106, warp.total(), 1e-9);
      assertEquals(74, warp.pathLength());
    }
  }

  @Test
  void timeWarpIsTheSlowRecursion() {
    Random random = new Random(5);
    double[] a = series(9, t -> random.nextGaussian());
    double[] b = series(9, t -> random.nextGaussian());
    double expected = cheapest(Series.standardised(a), Series.standardised(b), 8, 8);
    assertEquals(expected, TimeWarp.align(a, b, 8).orElseThrow().total(), 1e-12);
  }

  @Test
  void phaseIsNumpys() {
    PhaseLag phase = PhaseLag.between(SOURCE, OUTPUT).orElseThrow();
    assertEquals(4, phase.bin());
    assertEquals(2.9997127063566587, phase.frames(), 1e-9);
    assertTrue(phase.coherence().orElseThrow() > 0.9);
  }

  @Test
  void coherenceIsLowWithoutACommonRhythm() {
    Random random = new Random(11);
    double[] noise = series(256, t -> random.nextGaussian());
    double[] beat = series(256, t -> Math.sin(2 * Math.PI * t / 8));
    assertTrue(PhaseLag.between(beat, noise).orElseThrow().coherence().orElseThrow() < 0.5);
    assertTrue(PhaseLag.between(beat, beat).orElseThrow().coherence().orElseThrow() > 0.999);
  }

  @Test
  void tooFewPeriodsHaveNoCoherence() {
    double[] slow = series(64, t -> Math.sin(2 * Math.PI * t / 32));
    assertTrue(PhaseLag.between(slow, slow).orElseThrow().coherence().isEmpty());
  }

  @Test
  void aLengthThatIsNoPowerOfTwoKeepsItsBins() {
    double[] source = series(90, t -> Math.sin(2 * Math.PI * t / 15));
    double[] late = series(90, t -> Math.sin(2 * Math.PI * (t - 2) / 15));
    PhaseLag phase = PhaseLag.between(source, late).orElseThrow();
    assertEquals(6, phase.bin());
    assertEquals(2, phase.frames(), 0.02);
  }

  @ParameterizedTest
  @ValueSource(ints = {-7, -1, 0, 2, 9})
  void aShiftIsFound(int shift) {
    Random random = new Random(7);
    double[] long1 = series(120, t -> random.nextDouble());
    double[] source = series(100, t -> long1[t + 10]);
    double[] shifted = series(100, t -> long1[t + 10 - shift]);
    CrossCorrelation best = CrossCorrelation.best(source, shifted).orElseThrow();
    assertEquals(shift, best.lag());
    assertEquals(1, best.value(), 1e-12);
    TimeWarp warp = TimeWarp.align(source, shifted).orElseThrow();
    assertEquals(Math.abs(shift), warp.meanOffset(), 1.5);
  }

  @Test
  void aSeriesIsInStepWithItself() {
    assertEquals(1, Correlation.pearson(SOURCE, SOURCE).orElseThrow(), 1e-12);
    assertEquals(1, Correlation.spearman(SOURCE, SOURCE).orElseThrow(), 1e-12);
    assertEquals(0, CrossCorrelation.best(SOURCE, SOURCE).orElseThrow().lag());
    assertEquals(new TimeWarp(0, 64, 0), TimeWarp.align(SOURCE, SOURCE).orElseThrow());
    assertEquals(0, PhaseLag.between(SOURCE, SOURCE).orElseThrow().frames(), 1e-12);
  }

  @Test
  void ofEqualShiftsTheSmallestWins() {
    double[] periodic = series(64, t -> Math.sin(2 * Math.PI * t / 8));
    assertEquals(0, CrossCorrelation.best(periodic, periodic).orElseThrow().lag());
    double[] opposite = series(64, t -> -periodic[t]);
    assertEquals(4, CrossCorrelation.best(periodic, opposite).orElseThrow().lag());
  }

  @Test
  void whatDoesNotVaryHasNoAnswer() {
    double[] still = series(64, t -> 0.1);
    assertTrue(Correlation.pearson(SOURCE, still).isEmpty());
    assertTrue(Correlation.spearman(still, SOURCE).isEmpty());
    assertTrue(CrossCorrelation.best(still, still).isEmpty());
    assertTrue(TimeWarp.align(SOURCE, still).isEmpty());
    assertTrue(PhaseLag.between(still, SOURCE).isEmpty());
  }

  @Test
  void shortSeriesHaveNoAnswer() {
    double[] few = series(7, t -> t % 3);
    assertTrue(CrossCorrelation.best(few, few).isEmpty());
    assertTrue(PhaseLag.between(few, few).isEmpty());
  }

  @Test
  void equalValuesShareTheirRank() {
    double[] a = {1, 2, 2, 3};
    double[] b = {1, 3, 2, 4};
    // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: 4.5 / √(4.5 · 5).
    assertEquals(Math.sqrt(0.9), Correlation.spearman(a, b).orElseThrow(), 1e-12);
  }

  @Test
  void seriesOfTwoLengthsAreRefused() {
    double[] few = {1, 2, 3};
    assertThrows(IllegalArgumentException.class, () -> Correlation.pearson(few, SOURCE));
    assertThrows(IllegalArgumentException.class, () -> Correlation.spearman(few, SOURCE));
    assertThrows(IllegalArgumentException.class, () -> CrossCorrelation.best(few, SOURCE));
    assertThrows(IllegalArgumentException.class, () -> TimeWarp.align(few, SOURCE));
    assertThrows(IllegalArgumentException.class, () -> PhaseLag.between(few, SOURCE));
  }

  private static double[] series(int length, IntToDoubleFunction value) {
    return IntStream.range(0, length).mapToDouble(value).toArray();
  }

  private static double cheapest(double[] a, double[] b, int i, int j) {
    double here = Math.abs(a[i] - b[j]);
    if (i == 0 && j == 0) {
      return here;
    }
    double before = Double.POSITIVE_INFINITY;
    if (i > 0) {
      before = Math.min(before, cheapest(a, b, i - 1, j));
    }
    if (j > 0) {
      before = Math.min(before, cheapest(a, b, i, j - 1));
    }
    if (i > 0 && j > 0) {
      before = Math.min(before, cheapest(a, b, i - 1, j - 1));
    }
    return here + before;
  }
}
