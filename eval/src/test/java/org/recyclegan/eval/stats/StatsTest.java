package org.recyclegan.eval.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatsTest {

  private static final Bootstrap BOOTSTRAP = Bootstrap.DEFAULT;

  /** The PSNRs of the golden clips, and what NumPy's percentile makes of them. */
  @Test
  void percentilesAreNumpys() {
    double[] psnr = {
      32.10798501789191, 32.09757444507905, 32.10787315707197, 32.1138831319876,
      32.095764349488, 32.12633750593635, 32.10316142980272, 32.09379509437538
    };
    // A statistic that walks through the values makes the replicates 250 copies of each.
    int[] turn = {0};
    Interval interval =
        new Bootstrap(2000, 0.95, 1)
            .overClips(8, drawn -> psnr[turn[0]++ % psnr.length])
            .orElseThrow();
    double[] copies = IntStream.range(0, 2000).mapToDouble(i -> psnr[i % 8]).sorted().toArray();
    assertEquals(linear(copies, 0.025), interval.low(), 1e-10);
    assertEquals(linear(copies, 0.975), interval.high(), 1e-10);
    assertEquals(32.09413971402009, Bootstrap.percentile(psnr, 2.5), 1e-10);
    assertEquals(32.12415799049532, Bootstrap.percentile(psnr, 97.5), 1e-10);
  }

  @Test
  void intervalsCoverTheMeanAboutAsOftenAsTheySay() {
    Random random = new Random(17);
    Bootstrap quick = new Bootstrap(400, 0.95, 3);
    int covered = 0;
    int trials = 300;
    for (int i = 0; i < trials; i++) {
      double[] clips = random.doubles(40).toArray();
      if (!quick.overClips(clips).orElseThrow().excludes(0.5)) {
        covered++;
      }
    }
    // 285 expected; the percentile interval covers a little less on 40 clips.
    assertTrue(covered > 265 && covered < 299, "covered " + covered);
  }

  @Test
  void neighbouringFramesAreNotTakenForIndependent() {
    Random random = new Random(19);
    double[] slow = new double[400];
    for (int i = 1; i < slow.length; i++) {
      slow[i] = 0.95 * slow[i - 1] + random.nextGaussian();
    }
    double blocks = width(BOOTSTRAP.overFrames(slow));
    double asIfIndependent = width(BOOTSTRAP.overClips(slow));
    assertTrue(blocks > 1.8 * asIfIndependent, blocks + " against " + asIfIndependent);
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] values = new Random(23).doubles(50).toArray();
    assertEquals(BOOTSTRAP.overClips(values), BOOTSTRAP.overClips(values));
    assertNotEquals(
        BOOTSTRAP.overClips(values).map(Interval::low),
        new Bootstrap(2000, 0.95, 2).overClips(values).map(Interval::low));
  }

  @Test
  void theMethodIsSaid() {
    double[] values = new Random(23).doubles(1000).toArray();
    assertEquals(
        "bootstrap over 1000 clips, 2000 resamples, seed 1",
        BOOTSTRAP.overClips(values).orElseThrow().method());
    assertEquals(
        "moving-block bootstrap, 10 frames a block, 2000 resamples, seed 1",
        BOOTSTRAP.overFrames(values).orElseThrow().method());
  }

  @Test
  void tooFewClipsOrFramesHaveNoInterval() {
    assertTrue(BOOTSTRAP.overClips(new double[7]).isEmpty());
    assertTrue(BOOTSTRAP.overClips(new double[8]).isPresent());
    assertTrue(BOOTSTRAP.overFrames(new double[31]).isEmpty());
    assertTrue(BOOTSTRAP.overFrames(new double[32]).isPresent());
  }

  @Test
  void aStatisticThatIsMostlyUndefinedHasNoInterval() {
    assertTrue(BOOTSTRAP.overClips(10, drawn -> Double.NaN).isEmpty());
    int[] calls = {0};
    Optional<Interval> rarely =
        BOOTSTRAP.overClips(10, drawn -> calls[0]++ % 500 == 0 ? Double.NaN : 4);
    assertEquals(4, rarely.orElseThrow().high());
  }

  @Test
  void drawsAreBlocksOfNeighbours() {
    Bootstrap few = new Bootstrap(100, 0.9, 5);
    few.overFrames(
        33,
        drawn -> {
          for (int i = 0; i < drawn.length; i++) {
            assertTrue(drawn[i] >= 0 && drawn[i] < 33);
            if (i % 8 != 0) {
              assertEquals(drawn[i - 1] + 1, drawn[i]);
            }
          }
          return 0;
        });
  }

  @Test
  void blocksNeverCrossFromClipToClip() {
    int[] lengths = {33, 16};
    Bootstrap few = new Bootstrap(100, 0.9, 5);
    Optional<Interval> found =
        few.withinClips(
            lengths,
            drawn -> {
              for (int clip = 0; clip < 2; clip++) {
                assertEquals(lengths[clip], drawn[clip].length);
                for (int i = 0; i < drawn[clip].length; i++) {
                  assertTrue(drawn[clip][i] >= 0 && drawn[clip][i] < lengths[clip]);
                  if (i % 8 != 0) {
                    assertEquals(drawn[clip][i - 1] + 1, drawn[clip][i]);
                  }
                }
              }
              return drawn[0][0] + 100 * drawn[1][0];
            });
    assertTrue(found.orElseThrow().method().contains("2 clips"));
    // A clip of one block would never be drawn otherwise.
    assertTrue(few.withinClips(new int[] {64, 15}, drawn -> 1).isEmpty());
    assertTrue(few.withinClips(new int[] {16, 15}, drawn -> 1).isEmpty());
  }

  @Test
  void aDifferenceIsOneOnlyIfTheIntervalExcludesZero() {
    Random random = new Random(29);
    double[] first = random.doubles(20).map(value -> 100 * value).toArray();
    double[] better = Arrays.stream(first).map(v -> v + 1 + 0.1 * random.nextGaussian()).toArray();
    PairedDifference difference = PairedDifference.of(better, first, BOOTSTRAP);
    // The clips differ by far more than the methods do; pairing finds it all the same.
    assertTrue(difference.isDifferent());
    assertEquals(1, difference.mean(), 0.1);
    assertTrue(difference.effect().orElseThrow() > 5);
    double[] noise = Arrays.stream(first).map(v -> v + random.nextGaussian()).toArray();
    PairedDifference none = PairedDifference.of(noise, first, BOOTSTRAP);
    assertFalse(none.isDifferent());
    assertEquals(20, none.clips());
  }

  @Test
  void fewClipsAreNeverCalledDifferent() {
    PairedDifference difference =
        PairedDifference.of(new double[] {9, 9, 9}, new double[] {1, 1, 1}, BOOTSTRAP);
    assertEquals(8, difference.mean());
    assertTrue(difference.effect().isEmpty());
    assertFalse(difference.isDifferent());
    assertThrows(
        IllegalArgumentException.class,
        () -> PairedDifference.of(new double[2], new double[3], BOOTSTRAP));
    assertThrows(
        IllegalArgumentException.class,
        () -> PairedDifference.of(new double[0], new double[0], BOOTSTRAP));
  }

  @Test
  void settingsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(99, 0.95, 1));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(100, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(100, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1, 0.9, ""));
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1, 0.9, ""));
    assertThrows(IllegalArgumentException.class, () -> new Interval(0, 1, 0, ""));
  }

  private static double width(Optional<Interval> interval) {
    return interval.orElseThrow().high() - interval.orElseThrow().low();
  }

  private static double linear(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }
}
