package org.recyclegan.eval.metrics;

import org.recyclegan.eval.features.FrechetDistance;

/** Fréchet distance of any network's features: no published name, so no published number. */
final class FrechetMetric extends FeatureMetric {

  FrechetMetric() {
    super(
        "frechet",
        "Frechet distance of the features of the network given, unbiased covariances; frames as"
            + " samples",
        /* dimensions= */ ANY,
        /* minimumSamples= */ 2,
        /* framesPerSample= */ 1,
        FrechetDistance::between);
  }
}
