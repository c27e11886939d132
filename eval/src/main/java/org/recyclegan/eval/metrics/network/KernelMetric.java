package org.recyclegan.eval.metrics.network;

import org.recyclegan.eval.features.KernelDistance;

/** Kernel distance of any network's features. */
public final class KernelMetric extends FeatureMetric {

  public KernelMetric() {
    super(
        "kernel",
        "unbiased MMD^2, cubic kernel, of the features of the network given; frames as samples",
        /* dimensions= */ ANY,
        /* minimumSamples= */ 2,
        /* framesPerSample= */ 1,
        KernelDistance::between);
  }
}
