package org.recyclegan.eval.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recyclegan.eval.Evaluations.reason;
import static org.recyclegan.eval.Evaluations.scores;
import static org.recyclegan.eval.Evaluations.value;

import java.io.IOException;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.TestClips;
import org.recyclegan.video.Frame;

/** Made patterns whose gradient energy is known. */
class SharpnessRatioMetricTest {

  private static double ratio(IntBinaryOperator output, IntBinaryOperator reference)
      throws IOException {
    List<Frame> made = clip(output);
    return value(scores("sharpness_ratio", made, made, clip(reference)), "sharpness_ratio");
  }

  private static List<Frame> clip(IntBinaryOperator level) {
    return TestClips.frames(3, t -> TestClips.drawn(16, 12, t, level));
  }

  @Test
  void aRampTwiceAsSteepHasFourTimesTheEnergy() throws IOException {
    assertEquals(4, ratio((x, y) -> 10 + 6 * x, (x, y) -> 10 + 3 * x), 1e-12);
    assertEquals(1, ratio((x, y) -> 10 + 3 * y, (x, y) -> 10 + 3 * x), 1e-12);
  }

  @Test
  void aCheckerboardHasTheEnergyOfItsEdges() throws IOException {
    // One pixel a square: each difference is 100, so 2 x 100^2. Ramp: 1 + 0.
    assertEquals(20000, ratio((x, y) -> 100 * ((x + y) % 2), (x, y) -> 40 + x), 1e-9);
    // Two pixels a square: of 15 differences across 7 are edges, of 11 down 5.
    double expected = 1e4 * (7.0 / 15 + 5.0 / 11);
    assertEquals(expected, ratio((x, y) -> 100 * ((x / 2 + y / 2) % 2), (x, y) -> 40 + x), 1e-9);
  }

  @Test
  void blurIsBelowOneAndNoiseAbove() throws IOException {
    IntBinaryOperator sharp = (x, y) -> x % 8 < 4 ? 50 : 200;
    IntBinaryOperator blurred = (x, y) -> x % 4 == 0 ? 125 : sharp.applyAsInt(x, y);
    assertTrue(ratio(blurred, sharp) < 0.9);
    assertTrue(ratio((x, y) -> sharp.applyAsInt(x, y) + (31 * x + 17 * y) % 13, sharp) > 1);
  }

  @Test
  void aFlatReferenceHasNoRatio() throws IOException {
    List<Frame> flat = clip((x, y) -> 7);
    assertEquals(
        "the videos have too few frames",
        reason(scores("sharpness_ratio", flat, flat, flat), "sharpness_ratio"));
  }
}
