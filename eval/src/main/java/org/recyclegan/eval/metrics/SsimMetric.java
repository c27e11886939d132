package org.recyclegan.eval.metrics;

import java.util.function.Supplier;
import org.recyclegan.eval.image.Ssim;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.FrameSeries;

/** Structural similarity. */
final class SsimMetric extends TruthMetric {

  SsimMetric() {
    super(
        "ssim",
        "1",
        Better.HIGHER,
        "Wang et al. 2004 on each of R, G, B: 11x11 Gaussian of sigma 1.5, valid area, population"
            + " variances; mean over channels and frames",
        Ssim.MINIMUM_SIDE);
  }

  @Override
  public int cost() {
    return 10;
  }

  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    FrameSimilarity similarity = FrameSimilarity.of(pass);
    return () -> Outcome.mean(new FrameSeries(name(), 0, similarity.ssim()), pass.bootstrap());
  }
}
