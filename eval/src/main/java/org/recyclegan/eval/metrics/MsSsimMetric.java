package org.recyclegan.eval.metrics;

import java.util.function.Supplier;
import org.recyclegan.eval.image.MsSsim;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.FrameSeries;

/** Multi-scale structural similarity. */
final class MsSsimMetric extends TruthMetric {

  MsSsimMetric() {
    super(
        "ms_ssim",
        "1",
        Better.HIGHER,
        "Wang et al. 2003 on each of R, G, B: five scales, odd sides zero-padded; mean over"
            + " channels and frames",
        MsSsim.MINIMUM_SIDE);
  }

  @Override
  public int cost() {
    return 10;
  }

  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    FrameSimilarity similarity = FrameSimilarity.of(pass).withMultiScale();
    return () -> Outcome.mean(new FrameSeries(name(), 0, similarity.msSsim()), pass.bootstrap());
  }
}
