package org.recyclegan.eval.metrics.network;

import org.recyclegan.eval.features.FrechetDistance;

/** Fréchet Inception distance of images. Biased upwards on small sets. */
public final class FidMetric extends FeatureMetric {

  public FidMetric() {
    super(
        "fid",
        "Heusel et al. 2017: Frechet distance of 2048 Inception-2015-12-05 features",
        /* dimensions= */ 2048,
        /* minimumSamples= */ 2048,
        /* framesPerSample= */ 1,
        FrechetDistance::between);
  }
}
