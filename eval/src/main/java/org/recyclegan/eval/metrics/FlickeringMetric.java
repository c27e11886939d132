package org.recyclegan.eval.metrics;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.VideoWindow;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.temporal.Flickering;

/** Temporal flickering. */
final class FlickeringMetric extends Metric {

  FlickeringMetric() {
    super(
        "flickering",
        "1",
        Better.HIGHER,
        "VBench, raw: 1 - mean |f_t - f_t+1| / 255 over pixels, channels and pairs",
        Input.OUTPUT);
  }

  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    return FrameMean.ofPairs(this, pass, frames -> step(frames.output()));
  }

  private static OptionalDouble step(VideoWindow output) {
    return output.back(1).stream()
        .mapToDouble(before -> Flickering.between(before.frame(), output.current().frame()))
        .findFirst();
  }
}
