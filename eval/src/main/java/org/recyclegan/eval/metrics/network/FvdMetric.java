package org.recyclegan.eval.metrics.network;

import org.recyclegan.eval.features.FrechetDistance;

/** Fréchet video distance of clips of 16 frames. */
public final class FvdMetric extends FeatureMetric {

  public FvdMetric() {
    super(
        "fvd",
        "fvd2048_16f: Frechet distance of 400 I3D Kinetics-400 logits, clips of 16 frames",
        /* dimensions= */ 400,
        /* minimumSamples= */ 2048,
        /* framesPerSample= */ 16,
        FrechetDistance::between);
  }
}
