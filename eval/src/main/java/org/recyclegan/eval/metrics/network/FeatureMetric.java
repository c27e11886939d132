package org.recyclegan.eval.metrics.network;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import org.recyclegan.eval.features.FeatureMatrix;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.MetricResult;

/**
 * A distance of features. A published name stands for one network and a sample of a certain size;
 * with less the number would not be what the name promises, and is refused with the reason. The
 * distances themselves, in {@code eval.features}, take any sets.
 */
public abstract class FeatureMetric extends Metric {

  /** Stands for any number of features. */
  static final int ANY = 0;

  private final int dimensions;
  private final int minimumSamples;
  private final int framesPerSample;
  private final ToDoubleBiFunction<FeatureMatrix, FeatureMatrix> distance;

  /**
   * Describes a distance.
   *
   * @param dimensions features of a sample, or {@link #ANY}
   * @param minimumSamples the smallest sample the name allows, on each side
   * @param framesPerSample 1 for an image network
   * @param distance of real features from generated ones
   */
  FeatureMetric(
      String name,
      String protocol,
      int dimensions,
      int minimumSamples,
      int framesPerSample,
      ToDoubleBiFunction<FeatureMatrix, FeatureMatrix> distance) {
    super(name, "1", Better.LOWER, protocol, Input.OUTPUT, Input.NETWORK);
    this.dimensions = dimensions;
    this.minimumSamples = minimumSamples;
    this.framesPerSample = framesPerSample;
    this.distance = distance;
  }

  /** Never called: one pass over one clip has no sets of samples. */
  @Override
  public final Supplier<Outcome> begin(EvaluationPass pass) {
    throw new IllegalStateException(name() + " is not computed in a pass");
  }

  /** Returns why the frames of single videos are no samples of this metric; empty if they are. */
  public final Optional<String> objectionToFrames() {
    return framesPerSample == 1
        ? Optional.empty()
        : refusal(
            "needs at least %d clips of %d frames in each set; one video is no such sample",
            minimumSamples, framesPerSample);
  }

  /**
   * Scores a set of generated samples against as many real ones.
   *
   * @return the distance, or the reason why it would not deserve the name; its frames are the
   *     samples of one set
   */
  public final MetricResult score(FeatureMatrix real, FeatureMatrix generated) {
    int samples = Math.min(real.samples(), generated.samples());
    return result(
        protocol(),
        objection(real, generated)
            .map(reason -> Outcome.notApplicable(reason, samples))
            .orElseGet(
                () ->
                    Outcome.value(
                        distance.applyAsDouble(real, generated), Optional.empty(), samples)));
  }

  private Optional<String> objection(FeatureMatrix real, FeatureMatrix generated) {
    int wanted = dimensions == ANY ? real.dimensions() : dimensions;
    if (real.dimensions() != wanted || generated.dimensions() != wanted) {
      return refusal("is defined on %d features, found %s and %s", wanted, real, generated);
    }
    if (real.samples() != generated.samples()) {
      return refusal(
          "depends on the number of samples and needs as many real as generated ones, found %d and"
              + " %d",
          real.samples(), generated.samples());
    }
    if (real.samples() < minimumSamples) {
      return refusal(
          "needs at least %d samples in each set, found %d", minimumSamples, real.samples());
    }
    return Optional.empty();
  }

  private Optional<String> refusal(String format, Object... values) {
    return Optional.of(
        name().toUpperCase(Locale.ROOT) + " " + String.format(Locale.ROOT, format, values));
  }
}
