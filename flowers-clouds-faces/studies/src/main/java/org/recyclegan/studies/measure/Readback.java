package org.recyclegan.studies.measure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.recyclegan.eval.sync.Correlation;
import org.recyclegan.eval.sync.CrossCorrelation;

/**
 * How well the hidden state can be read back from outputs.
 *
 * <p>The correlation is Pearson's over the frames of all clips together. A reading that does not
 * vary has none; it counts 0, since it tells nothing of the state. The lag is the shift, up to 12
 * frames or a quarter of a clip either way, at which readings and state agree best within the
 * clips, on average over the clips and (for {@link #lag()}) over the variables, each taken with its
 * own sign; of equally good ones the smallest.
 *
 * @param variables what is read, in order
 * @param clips the readings
 */
public record Readback(List<String> variables, List<StateReading> clips) {

  /** An output that keeps less of the readings' variance has collapsed. */
  public static final double COLLAPSE = 0.1;

  private static final int MAX_LAG = 12;

  /** A state that hardly moves in a clip cannot lose its motion there. */
  private static final double STILL = 1e-6;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Readback {
    variables = List.copyOf(variables);
    clips = List.copyOf(clips);
    if (variables.isEmpty() || clips.isEmpty()) {
      throw new IllegalArgumentException("Expected variables and clips");
    }
  }

  /**
   * Returns the correlation of each variable's reading with the truth.
   *
   * @return from -1 to 1 by name, in order
   */
  public Map<String, Double> correlations() {
    return correlations(StateReading::fromOutput);
  }

  /**
   * Returns what the estimator itself reaches on the true clips.
   *
   * @return as {@link #correlations()}, with the truth in the outputs' place
   */
  public Map<String, Double> ceiling() {
    return correlations(StateReading::fromTruth);
  }

  private Map<String, Double> correlations(Function<StateReading, double[][]> which) {
    Map<String, Double> found = new LinkedHashMap<>();
    for (int v = 0; v < variables.size(); v++) {
      int variable = v;
      double[] truth = joined(clip -> StateReading.column(clip.truth(), variable));
      double[] read = joined(clip -> StateReading.column(which.apply(clip), variable));
      found.put(variables.get(v), Correlation.pearson(truth, read).orElse(0));
    }
    return found;
  }

  private double[] joined(Function<StateReading, double[]> part) {
    return clips.stream().map(part).flatMapToDouble(Arrays::stream).toArray();
  }

  /**
   * Returns the mean of the correlations, which says how well and, by its sign, which way round.
   *
   * @return from -1 to 1
   */
  public double correlation() {
    return mean(correlations().values().stream().mapToDouble(Double::doubleValue));
  }

  /**
   * Returns by how many frames the outputs are late, over all variables.
   *
   * @return negative if they are early; empty if nothing correlates at all
   */
  public OptionalInt lag() {
    return best(IntStream.range(0, variables.size()).toArray());
  }

  /**
   * Returns by how many frames one variable is late.
   *
   * @param variable its place in the list
   * @return as {@link #lag()}
   */
  public OptionalInt lag(int variable) {
    return best(variable);
  }

  private OptionalInt best(int... chosen) {
    List<Double> signs = List.copyOf(correlations().values());
    int reach =
        Math.min(MAX_LAG, clips.stream().mapToInt(StateReading::frames).min().orElse(0) / 4);
    OptionalInt best = OptionalInt.empty();
    double most = 0;
    for (int i = 0; i <= 2 * reach; i++) {
      // 0, 1, -1, 2, -2 and so on: a later one has to be better.
      int lag = (i + 1) / 2 * (i % 2 == 1 ? 1 : -1);
      double sum = 0;
      for (int variable : chosen) {
        sum += Math.signum(signs.get(variable)) * at(variable, lag);
      }
      if (sum > most + 1e-9) {
        most = sum;
        best = OptionalInt.of(lag);
      }
    }
    return best;
  }

  private double at(int variable, int lag) {
    return mean(
        clips.stream()
            .mapToDouble(
                clip ->
                    CrossCorrelation.at(
                            StateReading.column(clip.truth(), variable),
                            StateReading.column(clip.fromOutput(), variable),
                            lag)
                        .orElse(0)));
  }

  /**
   * Returns how much of the variance of the readings is left, beside what is read off the truth:
   * the mean over clips and variables, each counted as at most 1.
   *
   * @return from 0 to 1
   */
  public double varianceKept() {
    return mean(clips.stream().mapToDouble(this::varianceKept));
  }

  private double varianceKept(StateReading clip) {
    return mean(
        IntStream.range(0, variables.size())
            .mapToObj(v -> kept(clip, v))
            .flatMapToDouble(OptionalDouble::stream));
  }

  private static OptionalDouble kept(StateReading clip, int variable) {
    double full = variance(StateReading.column(clip.fromTruth(), variable));
    return full < STILL
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.min(1, variance(StateReading.column(clip.fromOutput(), variable)) / full));
  }

  /**
   * Counts the outputs that have collapsed: those that keep less than {@value #COLLAPSE} of the
   * variance of the readings.
   *
   * @return how many of the clips
   */
  public int collapsed() {
    return (int) clips.stream().filter(clip -> varianceKept(clip) < COLLAPSE).count();
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(0);
  }

  private static double mean(DoubleStream values) {
    return values.average().orElse(0);
  }
}
