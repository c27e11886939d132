package org.recyclegan.eval.features;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.scores.MetricResult;

/**
 * The published names for a distance of features. Each stands for one network and a sample of a
 * certain size; with less the number would not be what the name promises, and is refused with the
 * reason. {@link FrechetDistance} and {@link KernelDistance} themselves take any sets.
 */
public enum FeatureProtocol {
  /** Fréchet Inception distance of images. Biased upwards on small sets. */
  FID(MetricName.FID, 2048, 2048),
  /** Kernel Inception distance of images. Unbiased, but below some fifty samples mostly noise. */
  KID(MetricName.KID, 2048, 50),
  /** Fréchet video distance of clips of 16 frames. */
  FVD(MetricName.FVD, 400, 2048),
  /** Fréchet distance of any network's features: no published name, so no published number. */
  FRECHET(MetricName.FRECHET, FeatureProtocol.ANY, 2),
  /** Kernel distance of any network's features. */
  KERNEL(MetricName.KERNEL, FeatureProtocol.ANY, 2);

  private static final int ANY = 0;

  private final MetricName metric;
  private final int dimensions;
  private final int minimumSamples;

  FeatureProtocol(MetricName metric, int dimensions, int minimumSamples) {
    this.metric = metric;
    this.dimensions = dimensions;
    this.minimumSamples = minimumSamples;
  }

  /**
   * Finds the protocol of a metric.
   *
   * @param metric any
   * @return the protocol, or empty if the metric is none of features
   */
  public static Optional<FeatureProtocol> of(MetricName metric) {
    return Arrays.stream(values()).filter(protocol -> protocol.metric == metric).findFirst();
  }

  /**
   * Returns the smallest sample the name allows.
   *
   * @return images or clips in each set
   */
  public int minimumSamples() {
    return minimumSamples;
  }

  /**
   * Scores a set of generated samples against real ones.
   *
   * @param real features of real samples
   * @param generated features of as many generated samples
   * @return the distance, or the reason why it would not deserve the name; its frames are the
   *     samples of one set
   */
  public MetricResult score(FeatureMatrix real, FeatureMatrix generated) {
    String protocol = metric.protocol("");
    Optional<String> objection = objection(real, generated);
    int samples = Math.min(real.samples(), generated.samples());
    if (objection.isPresent()) {
      return MetricResult.notApplicable(metric, protocol, objection.get(), samples);
    }
    double value =
        switch (this) {
          case FID, FVD, FRECHET -> FrechetDistance.between(real, generated);
          case KID, KERNEL -> KernelDistance.between(real, generated);
        };
    return MetricResult.of(metric, protocol, value, Optional.empty(), samples);
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
    return Optional.of(name() + " " + String.format(Locale.ROOT, format, values));
  }
}
