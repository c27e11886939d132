package org.recyclegan.eval.metrics.network;

import org.recyclegan.eval.features.KernelDistance;

/** Kernel Inception distance of images. Unbiased, but below some fifty samples mostly noise. */
public final class KidMetric extends FeatureMetric {

  public KidMetric() {
    super(
        "kid",
        "Binkowski et al. 2018: unbiased MMD^2, cubic kernel, 2048 Inception-2015-12-05 features,"
            + " every sample once",
        /* dimensions= */ 2048,
        /* minimumSamples= */ 50,
        /* framesPerSample= */ 1,
        KernelDistance::between);
  }
}
