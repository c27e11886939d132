package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recyclegan.studies.measure.TrueFrames.Sample;

/** Pictures of one pixel, whose red and green are a straight function of the state. */
class RegressionEstimatorTest {

  private static final double NEXT_TO_NO_PENALTY = 1e-12;

  private static final Features PIXEL =
      new Features() {
        @Override
        public double[] of(byte[] rgb) {
          return new double[] {rgb[0], rgb[1], rgb[2]};
        }

        @Override
        public String description() {
          return "one pixel";
        }
      };

  /** State: turn = red + 2 * green, hidden = something else, open = 3 - blue. */
  private static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 27; i++) {
      int red = i % 3;
      int green = i / 3 % 3;
      int blue = i / 9;
      samples.add(
          new Sample(
              new double[] {red + 2 * green, 100 * (i % 7), 3 - blue},
              new byte[] {(byte) red, (byte) green, (byte) blue}));
    }
    return samples;
  }

  private static RegressionEstimator estimator(double penalty) {
    return new RegressionEstimator(
        samples(), List.of("turn", "hidden", "open"), List.of("open", "turn"), PIXEL, penalty);
  }

  @Test
  void readsTheVariablesInTheirOwnOrder() {
    RegressionEstimator estimator = estimator(NEXT_TO_NO_PENALTY);
    assertEquals(List.of("open", "turn"), estimator.variables());
    assertArrayEquals(new double[] {-2, 14}, estimator.read(new byte[] {4, 5, 5}), 1e-6);
  }

  /** The features are uncorrelated and vary alike, so a penalty of 1 halves what departs. */
  @Test
  void thePenaltyShrinksTowardsTheMean() {
    assertArrayEquals(new double[] {1.5, 3}, estimator(1).read(new byte[] {1, 1, 2}), 1e-9);
  }

  @Test
  void picturesOfAnotherSizeAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> estimator(NEXT_TO_NO_PENALTY).read(new byte[12]));
  }

  @Test
  void saysHowItReads() {
    String said = estimator(0.25).description();
    assertTrue(said.contains("0.25") && said.contains("one pixel"), said);
  }
}
