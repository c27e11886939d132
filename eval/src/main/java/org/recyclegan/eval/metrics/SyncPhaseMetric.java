package org.recyclegan.eval.metrics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.sync.PhaseLag;

/** Delay of the strongest periodic motion. */
final class SyncPhaseMetric extends SyncMetric {

  /** Below this the two do not share the rhythm whose phase would be compared. */
  private static final double MIN_COHERENCE = 0.5;

  SyncPhaseMetric() {
    super(
        "sync_phase_ms",
        "ms",
        Better.ZERO,
        "phase lag at the strongest frequency of the source's motion energy ({flow}), positive if"
            + " the output is late; nearer to 0 is better");
  }

  @Override
  Outcome compare(double[] source, double[] output, EvaluationPass pass) {
    Optional<PhaseLag> phase = PhaseLag.between(source, output);
    OptionalDouble coherence = phase.map(PhaseLag::coherence).orElse(OptionalDouble.empty());
    if (phase.isEmpty() || coherence.isEmpty()) {
      return Outcome.notApplicable(
          "the motion shows too few periods to judge a rhythm", source.length);
    }
    return coherence.getAsDouble() < MIN_COHERENCE
        ? Outcome.notApplicable("the output does not share the source's rhythm", source.length)
        : Outcome.value(
            phase.get().frames() * pass.millisPerFrame(), Optional.empty(), source.length);
  }
}
