package org.recyclegan.eval.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recyclegan.eval.Evaluations.ALL;
import static org.recyclegan.eval.Evaluations.evaluate;
import static org.recyclegan.eval.Evaluations.value;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.EvaluationOptions;
import org.recyclegan.eval.TestClips;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.flow.GivenFlow;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.video.Frame;

/** Warping errors of golden clips, intervals, and where no flow is believed. */
class WarpMetricsTest {

  private static final List<Frame> SOURCE = TestClips.source();
  private static final List<Frame> OUTPUT = TestClips.output();

  @Test
  void warpErrorsWithTheTrueFlowAreGolden() throws IOException {
    Set<Metric> names =
        Metrics.named("warp_error", "warp_error_source", "warp_error_long", "warp_error_interval");
    EvaluationOptions options =
        ALL.withMetrics(names).withFlow(GivenFlow.steady(1.5f, -0.75f)).withWarpInterval(1);
    Scores scores = evaluate(options, OUTPUT, SOURCE, null).scores();
    assertEquals(0.0015587885251184934, value(scores, "warp_error"), 1e-10);
    assertEquals(8.722582874503076e-05, value(scores, "warp_error_source"), 1e-10);
    assertEquals(0.0023760542880596675, value(scores, "warp_error_long"), 1e-10);
    assertEquals(0.0015587885251184934, value(scores, "warp_error_interval"), 1e-10);
  }

  @Test
  void anIntervalLooksThatFarBack() throws IOException {
    EvaluationOptions options =
        ALL.withMetrics(Metrics.named("warp_error_interval"))
            .withFlow(GivenFlow.steady(0, 0))
            .withWarpInterval(3);
    List<Frame> steps = TestClips.frames(8, t -> TestClips.grey(32, 32, 17 * t, t));
    MetricResult result =
        evaluate(options, steps, steps, null).scores().find("warp_error_interval").orElseThrow();
    assertEquals(Math.pow(51.0 / 255, 2), result.value().orElseThrow(), 1e-12);
    assertEquals(5, result.frames());
    assertTrue(result.protocol().endsWith("k = 3"), result.protocol());
  }

  @Test
  void whereTheFlowIsNowhereBelievedIsSaid() throws IOException {
    GivenFlow apart =
        new GivenFlow("apart", (a, b) -> FlowField.constant(a.width(), a.height(), 50, 0));
    EvaluationOptions options = ALL.withMetrics(Metrics.named("warp_error")).withFlow(apart);
    Scores scores = evaluate(options, OUTPUT, SOURCE, null).scores();
    assertEquals(0, value(scores, "warp_error"));
    assertTrue(scores.warnings().get(0).contains("7 pairs"), scores.warnings().toString());
  }
}
