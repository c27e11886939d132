package org.recyclegan.eval.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recyclegan.eval.Evaluations.ALL;
import static org.recyclegan.eval.Evaluations.evaluate;
import static org.recyclegan.eval.Evaluations.reason;
import static org.recyclegan.eval.Evaluations.value;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.EvaluationOptions;
import org.recyclegan.eval.TestClips;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.video.Frame;

/** Synchrony of a delayed and of a frozen clip. */
class SyncMetricsTest {

  private static final Set<Metric> SYNC =
      Metrics.named(
          "sync_pearson",
          "sync_spearman",
          "sync_ncc",
          "sync_lag_ms",
          "sync_dtw_ms",
          "sync_phase_ms");

  @Test
  void aFrozenOutputOfAMovingSourceIsNotInStep() throws IOException {
    List<Frame> moving = TestClips.frames(16, TestClips::pulse);
    List<Frame> frozen = TestClips.frames(16, t -> TestClips.pulse(0));
    EvaluationOptions options = ALL.withMetrics(SYNC);
    Scores scores = evaluate(options, frozen, moving, null).scores();
    for (Metric name : SYNC) {
      assertEquals("the output's motion does not vary", reason(scores, name.name()));
    }
  }

  @Test
  void aDelayIsFoundInMilliseconds() throws IOException {
    int late = 3;
    List<Frame> source = TestClips.frames(48, TestClips::pulse);
    List<Frame> output = TestClips.frames(48, t -> TestClips.pulse(t - late));
    Scores scores = evaluate(ALL.withMetrics(SYNC), output, source, null).scores();
    assertEquals(late * 40, value(scores, "sync_lag_ms"));
    assertTrue(value(scores, "sync_ncc") > 0.99);
    assertTrue(value(scores, "sync_ncc") > value(scores, "sync_pearson"));
    assertTrue(value(scores, "sync_dtw_ms") > 40);
    assertEquals(late * 40, value(scores, "sync_phase_ms"), 8);
    assertTrue(scores.find("sync_pearson").orElseThrow().interval().isPresent());
    assertTrue(scores.find("sync_lag_ms").orElseThrow().interval().isEmpty());
  }
}
