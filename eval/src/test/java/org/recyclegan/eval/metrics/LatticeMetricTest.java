package org.recyclegan.eval.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recyclegan.eval.Evaluations.reason;
import static org.recyclegan.eval.Evaluations.scores;
import static org.recyclegan.eval.Evaluations.value;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.eval.TestClips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;

/** Made patterns: what a stride leaves is found, what is no lattice is not. */
class LatticeMetricTest {

  private static final int SIDE = 64;

  /** Texture with energy at every frequency. */
  private static List<Frame> texture() {
    return TestClips.frames(
        4,
        t -> {
          Random random = new Random(t);
          int[] noise = random.ints(SIDE * SIDE, 0, 40).toArray();
          return TestClips.drawn(
              SIDE, SIDE, t, (x, y) -> 60 + x + noise[y * SIDE + x] + 20 * (x / 9 % 2));
        });
  }

  private static List<Frame> changed(List<Frame> frames, IntBinaryOperator by) {
    return frames.stream()
        .map(
            frame ->
                TestClips.drawn(
                    frame.width(),
                    frame.height(),
                    (int) frame.pts(),
                    (x, y) ->
                        (frame.rgb()[3 * (y * frame.width() + x)] & 0xff) + by.applyAsInt(x, y)))
        .toList();
  }

  private static double lattice(List<Frame> output, List<Frame> reference) throws IOException {
    return value(scores("lattice", output, output, reference), "lattice");
  }

  @Test
  void realFramesHaveNone() throws IOException {
    assertEquals(1, lattice(texture(), texture()), 1e-12);
    List<Frame> ramp = TestClips.frames(2, t -> TestClips.drawn(SIDE, SIDE, t, (x, y) -> x + y));
    assertEquals(1, lattice(ramp, ramp), 1e-12);
  }

  /** Squares of one and of two pixels repeat every 2 and every 4. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aCheckerboardIsFound(int square) throws IOException {
    List<Frame> board = changed(texture(), (x, y) -> 8 * ((x / square + y / square) % 2));
    // Along a line a board is a square wave.
    assertTrue(lattice(board, texture()) > 2, "found " + lattice(board, texture()));
  }

  @Test
  void whatAStrideOfTwoLeavesIsFoundInAnEnlargedFrameToo() throws IOException {
    List<Frame> output = changed(texture(), (x, y) -> x % 4 == 0 || y % 4 == 0 ? 12 : 0);
    assertTrue(lattice(output, texture()) > 1.3, "found " + lattice(output, texture()));
    double enlarged = lattice(enlarged(output), enlarged(texture()));
    assertTrue(enlarged > 1.3, "found " + enlarged);
    assertEquals(1, lattice(enlarged(texture()), enlarged(texture())), 1e-12);
  }

  private static List<Frame> enlarged(List<Frame> frames) {
    Resampler resampler = Resampler.of(SIDE, SIDE, 4 * SIDE, 4 * SIDE);
    return frames.stream().map(resampler::apply).toList();
  }

  /** Stronger noise is a constant factor at all frequencies. */
  @ParameterizedTest
  @CsvSource({"3", "9"})
  void noiseIsNoLattice(int amplitude) throws IOException {
    Random random = new Random(1);
    List<Frame> noisy = changed(texture(), (x, y) -> random.nextInt(2 * amplitude) - amplitude);
    assertEquals(1, lattice(noisy, texture()), 0.15);
  }

  @Test
  void smallFramesAreRefused() throws IOException {
    List<Frame> small = TestClips.frames(2, t -> TestClips.grey(47, 64, 9, t));
    assertEquals(
        "needs sides of at least 48 pixels, found 47",
        reason(scores("lattice", small, small, small), "lattice"));
  }
}
