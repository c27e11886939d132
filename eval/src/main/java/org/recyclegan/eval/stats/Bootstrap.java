package org.recyclegan.eval.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Percentile bootstrap intervals, the same for the same seed.
 *
 * <p>What is drawn again is the clip, because frames of a clip are not independent. Within a single
 * clip it is blocks of neighbouring frames (Künsch, The Jackknife and the Bootstrap for General
 * Stationary Observations, Annals of Statistics 1989, doi: 10.1214/aos/1176347265), of {@code
 * max(8, ∛T)} frames. Percentiles are linear between order statistics (type 7, as in NumPy), not
 * Commons Math's default.
 *
 * @param resamples how often to draw, at least 100
 * @param level the confidence, in (0, 1)
 * @param seed of the draws
 */
public record Bootstrap(int resamples, double level, long seed) {

  /** Enough draws for the second digit of a 95 % interval. */
  public static final Bootstrap DEFAULT = new Bootstrap(2000, 0.95, 1);

  /** With fewer clips a percentile interval is too narrow to be shown. */
  public static final int MIN_CLIPS = 8;

  private static final int MIN_BLOCK = 8;

  /** With fewer blocks in all there is nothing to draw from. */
  private static final int MIN_BLOCKS = 4;

  /** One block of one clip would be drawn as it is, and make the interval too narrow. */
  private static final int MIN_BLOCKS_A_CLIP = 2;

  /** A statistic may be undefined on an unlucky draw, but not as a rule. */
  private static final double MAX_UNDEFINED = 0.01;

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Bootstrap {
    if (resamples < 100) {
      throw new IllegalArgumentException("Expected at least 100 resamples, found " + resamples);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level lies between 0 and 1, found " + level);
    }
  }

  /**
   * Returns the interval of a mean over clips.
   *
   * @param values one a clip, finite
   * @return the interval, or empty for fewer than {@value #MIN_CLIPS} clips
   */
  public Optional<Interval> overClips(double[] values) {
    return overClips(values.length, drawn -> mean(values, drawn));
  }

  /**
   * Returns the interval of any statistic over clips.
   *
   * @param clips how many there are
   * @param statistic of the clips whose numbers it is given, some of them repeated
   * @return the interval, or empty for fewer than {@value #MIN_CLIPS} clips, or if the statistic is
   *     undefined on more than 1 % of the draws
   */
  public Optional<Interval> overClips(int clips, ToDoubleFunction<int[]> statistic) {
    if (clips < MIN_CLIPS) {
      return Optional.empty();
    }
    return interval(
        new Blocks[] {new Blocks(clips, 1)},
        drawn -> statistic.applyAsDouble(drawn[0]),
        String.format(Locale.ROOT, "bootstrap over %d clips", clips));
  }

  /**
   * Returns the interval of a mean over the frames of one clip.
   *
   * @param values one a frame, in order, finite
   * @return the interval, or empty if the clip holds fewer than four blocks
   */
  public Optional<Interval> overFrames(double[] values) {
    return overFrames(values.length, drawn -> mean(values, drawn));
  }

  /**
   * Returns the interval of any statistic over the frames of one clip.
   *
   * @param frames how many there are
   * @param statistic of the frames whose numbers it is given, in blocks of neighbours
   * @return the interval, or empty if the clip holds fewer than four blocks, or if the statistic is
   *     undefined on more than 1 % of the draws
   */
  public Optional<Interval> overFrames(int frames, ToDoubleFunction<int[]> statistic) {
    return withinClips(new int[] {frames}, drawn -> statistic.applyAsDouble(drawn[0]));
  }

  /**
   * Returns the interval of any statistic over the frames of a few clips. Every clip stays, blocks
   * of its own frames are drawn again: it says how sure a number is of these clips, and nothing
   * about others.
   *
   * @param frames how many each clip has
   * @param statistic of the frames whose numbers it is given, clip by clip, in blocks of neighbours
   * @return the interval, or empty if a clip holds fewer than two blocks, or all of them fewer than
   *     four, or if the statistic is undefined on more than 1 % of the draws
   */
  public Optional<Interval> withinClips(int[] frames, ToDoubleFunction<int[][]> statistic) {
    Blocks[] clips = Arrays.stream(frames).mapToObj(Blocks::ofFrames).toArray(Blocks[]::new);
    int whole = Arrays.stream(clips).mapToInt(Blocks::whole).sum();
    if (whole < MIN_BLOCKS
        || Arrays.stream(clips).anyMatch(clip -> clip.whole() < MIN_BLOCKS_A_CLIP)) {
      return Optional.empty();
    }
    String sizes =
        Arrays.stream(clips)
            .map(clip -> Integer.toString(clip.size))
            .distinct()
            .collect(Collectors.joining(" or "));
    return interval(
        clips,
        statistic,
        "moving-block bootstrap, "
            + sizes
            + " frames a block"
            + (clips.length == 1 ? "" : ", within each of " + clips.length + " clips"));
  }

  private Optional<Interval> interval(
      Blocks[] parts, ToDoubleFunction<int[][]> statistic, String method) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] drawn = Arrays.stream(parts).map(part -> new int[part.count]).toArray(int[][]::new);
    double[] replicates = new double[resamples];
    int defined = 0;
    for (int i = 0; i < resamples; i++) {
      for (int part = 0; part < parts.length; part++) {
        parts[part].draw(drawn[part], random);
      }
      double value = statistic.applyAsDouble(drawn);
      if (Double.isFinite(value)) {
        replicates[defined++] = value;
      }
    }
    if (resamples - defined > MAX_UNDEFINED * resamples) {
      return Optional.empty();
    }
    double tail = 100 * (1 - level) / 2;
    double[] found = Arrays.copyOf(replicates, defined);
    double low = percentile(found, tail);
    double high = percentile(found, 100 - tail);
    return Optional.of(new Interval(low, high, level, method + ", " + settings()));
  }

  /** Linear between order statistics, as NumPy's default. */
  static double percentile(double[] values, double percent) {
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, percent);
  }

  private static double mean(double[] values, int[] drawn) {
    double sum = 0;
    for (int index : drawn) {
      sum += values[index];
    }
    return sum / drawn.length;
  }

  private String settings() {
    return String.format(Locale.ROOT, "%d resamples, seed %d", resamples, seed);
  }

  /** Things in a row, drawn again in blocks of neighbours. */
  private record Blocks(int count, int size) {

    static Blocks ofFrames(int frames) {
      return new Blocks(frames, Math.max(MIN_BLOCK, (int) Math.ceil(Math.cbrt(frames))));
    }

    int whole() {
      return count / size;
    }

    void draw(int[] drawn, SplittableRandom random) {
      int starts = count - size + 1;
      for (int i = 0; i < count; i += size) {
        int start = random.nextInt(starts);
        for (int k = 0; k < size && i + k < count; k++) {
          drawn[i + k] = start + k;
        }
      }
    }
  }
}
