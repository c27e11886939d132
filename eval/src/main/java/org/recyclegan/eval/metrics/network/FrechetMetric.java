package org.recyclegan.eval.metrics.network;

import org.recyclegan.eval.features.FrechetDistance;

/** Fréchet distance of any network's features: no published name, so no published number. */
public final class FrechetMetric extends FeatureMetric {

  public FrechetMetric() {
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
