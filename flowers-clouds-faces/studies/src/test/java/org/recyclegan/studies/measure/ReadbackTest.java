package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

final class ReadbackTest {

  private static final int FRAMES = 60;

  /** Two variables without a common period, differing from clip to clip. */
  private static double truth(int clip, int variable, double frame) {
    return Math.sin(0.21 * (variable + 1) * frame + clip + 2 * variable);
  }

  private interface Reading {
    double of(int clip, int variable, int frame);
  }

  private static Readback readback(Reading reading) {
    return new Readback(List.of("x", "y"), List.of(clip(0, reading), clip(1, reading)));
  }

  private static StateReading clip(int clip, Reading reading) {
    double[][] truth = new double[FRAMES][2];
    double[][] read = new double[FRAMES][2];
    for (int i = 0; i < FRAMES; i++) {
      for (int v = 0; v < 2; v++) {
        truth[i][v] = truth(clip, v, i);
        read[i][v] = reading.of(clip, v, i);
      }
    }
    return new StateReading(truth, truth, read);
  }

  @Test
  void whatIsReadPerfectlyCorrelatesWithoutLag() {
    Readback found = readback((clip, v, i) -> 3 + 2 * truth(clip, v, i));
    assertEquals(1, found.correlation(), 1e-12);
    assertEquals(OptionalInt.of(0), found.lag());
    assertEquals(1, found.varianceKept(), 1e-12);
    assertEquals(0, found.collapsed());
  }

  @Test
  void theOtherWayRoundIsNegative() {
    Readback found = readback((clip, v, i) -> 1 - truth(clip, v, i));
    assertEquals(-1, found.correlation(), 1e-12);
    assertEquals(-1, found.correlations().get("y"), 1e-12);
    assertEquals(OptionalInt.of(0), found.lag(), "the sign is no lag");
    assertEquals(1, found.ceiling().get("x"), 1e-12, "the ceiling is the truth's");
  }

  /** By less than a quarter of the quicker variable's period, so that the signs stay theirs. */
  @Test
  void lagIsReadFromShiftedSequences() {
    for (int late = -3; late <= 3; late++) {
      int by = late;
      Readback found = readback((clip, v, i) -> truth(clip, v, i - by));
      assertEquals(OptionalInt.of(late), found.lag());
      assertEquals(OptionalInt.of(late), found.lag(1));
      Readback mixed = readback((clip, v, i) -> truth(clip, v, i - by) * (v == 0 ? -1 : 1));
      assertEquals(OptionalInt.of(late), mixed.lag(), "each with its own sign");
    }
  }

  @Test
  void aConstantOutputHasCollapsedAndTellsNothing() {
    Readback found = readback((clip, v, i) -> 0.5);
    assertEquals(0, found.correlation(), 0);
    assertEquals(0, found.varianceKept(), 0);
    assertEquals(2, found.collapsed());
    assertTrue(found.lag().isEmpty());
  }

  @Test
  void anOutputCollapsesBelowATenthOfTheVariance() {
    assertEquals(2, readback((clip, v, i) -> Math.sqrt(0.09) * truth(clip, v, i)).collapsed());
    assertEquals(0, readback((clip, v, i) -> Math.sqrt(0.11) * truth(clip, v, i)).collapsed());
    IntToDoubleFunction only = clip -> clip == 0 ? 0 : 1;
    assertEquals(
        1, readback((clip, v, i) -> only.applyAsDouble(clip) * truth(clip, v, i)).collapsed());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    double[][] two = new double[2][1];
    double[][] three = new double[3][1];
    assertThrows(IllegalArgumentException.class, () -> new StateReading(two, two, three));
    assertThrows(IllegalArgumentException.class, () -> new Readback(List.of("x"), List.of()));
  }
}
