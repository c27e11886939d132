package org.recyclegan.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recyclegan.eval.Evaluations.ALL;
import static org.recyclegan.eval.Evaluations.evaluate;
import static org.recyclegan.eval.Evaluations.reason;
import static org.recyclegan.eval.Evaluations.value;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.flow.GivenFlow;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.video.Frame;

/** The whole pass: golden clips, threads, and what goes wrong. */
class EvaluatorTest {

  private static final List<Frame> SOURCE = TestClips.source();
  private static final List<Frame> OUTPUT = TestClips.output();

  @Test
  void goldenNumbersComeThrough() throws IOException {
    Evaluation evaluation = evaluate(ALL, OUTPUT, SOURCE, SOURCE);
    Scores scores = evaluation.scores();
    assertEquals(8, scores.frames());
    assertEquals(List.of(), scores.warnings());
    assertEquals(32.10579676645412, value(scores, "psnr"), 1e-9);
    assertEquals(0.98128, value(scores, "ssim"), 1e-5);
    assertEquals(0.99798, value(scores, "ms_ssim"), 1e-4);
    assertEquals(0.0319076, value(scores, "tof"), 1e-6);
    assertEquals(value(scores, "tof"), value(scores, "tof_source"));
    assertEquals(0.9409264326095581, value(scores, "flickering"), 1e-6);
    double error = value(scores, "warp_error");
    double own = value(scores, "warp_error_source");
    assertEquals(0.0015736170567590506, error, 1.6e-6);
    assertEquals(9.641873134971723e-05, own, 1e-7);
    assertEquals(error / own, value(scores, "warp_error_ratio"), 1e-9);
    // Three frames make a step of 5.03 px, and the threshold is 4.5.
    assertEquals(1, value(scores, "dynamic_degree"));
    assertEquals(Metrics.defaults().size(), scores.metrics().size());
    assertTrue(reason(scores, "sync_ncc").contains("8 steps"));
    FrameSeries psnr =
        evaluation.series().stream().filter(s -> s.name().equals("psnr")).findAny().orElseThrow();
    assertEquals(32.09757444507905, psnr.values().get(1), 1e-9);
  }

  @Test
  void threadsDoNotChangeANumber() throws IOException {
    Scores one = evaluate(ALL.withThreads(1), OUTPUT, SOURCE, SOURCE).scores();
    Scores many = evaluate(ALL.withThreads(4), OUTPUT, SOURCE, SOURCE).scores();
    assertEquals(one, many);
  }

  @Test
  void eachMetricByItselfIsTheSameAsAmongAll() throws IOException {
    List<Metric> names =
        Metrics.ALL.stream().filter(metric -> !metric.needs(Input.NETWORK)).toList();
    EvaluationOptions options = ALL.withMetrics(Metrics.inOrder(names)).withWarpInterval(1);
    Scores together = evaluate(options, OUTPUT, SOURCE, SOURCE).scores();
    for (Metric name : names) {
      Scores alone = evaluate(options.withMetrics(Set.of(name)), OUTPUT, SOURCE, SOURCE).scores();
      assertEquals(together.find(name.name()), alone.find(name.name()));
    }
  }

  @Test
  void aSingleSmallFrameHasReasonsAndNoNumbers() throws IOException {
    List<Frame> one = List.of(TestClips.grey(20, 20, 0, 0));
    Scores scores = evaluate(ALL, one, one, one).scores();
    assertTrue(reason(scores, "ms_ssim").matches(".* 161 .* 20"));
    assertTrue(reason(scores, "tof").matches(".* 48 .* 20"));
    assertTrue(reason(scores, "warp_error").matches(".* 32 .* 20"));
    assertTrue(reason(scores, "flickering").contains("few frames"));
    assertEquals(1, value(scores, "ssim"), 1e-12);
  }

  @Test
  void aSingleFrameOfAnySizeHasReasonsForWhatNeedsTwo() throws IOException {
    List<Frame> one = List.of(SOURCE.get(0));
    Scores scores = evaluate(ALL, one, one, null).scores();
    for (MetricResult result : scores.metrics()) {
      assertTrue(result.notApplicable().isPresent(), result.name());
    }
  }

  @Test
  void networksAreNamedAndRefused() throws IOException {
    EvaluationOptions options = ALL.withMetrics(Metrics.named("fid", "fvd", "lpips"));
    Scores scores = evaluate(options, OUTPUT, SOURCE, SOURCE).scores();
    assertTrue(reason(scores, "fid").contains("network"));
    assertEquals(3, scores.metrics().size());
  }

  @Test
  void whatAMetricThrowsIsThrown() {
    GivenFlow broken =
        new GivenFlow(
            "broken",
            (a, b) -> {
              throw new UnsupportedOperationException("on purpose");
            });
    UnsupportedOperationException failure =
        assertThrows(
            UnsupportedOperationException.class,
            () -> evaluate(ALL.withFlow(broken), OUTPUT, SOURCE, null));
    assertEquals("on purpose", failure.getMessage());
  }

  @Test
  void anInterruptionStopsIt() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedIOException.class, () -> evaluate(ALL, OUTPUT, SOURCE, null));
    assertTrue(Thread.interrupted());
  }

  @Test
  void optionsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> ALL.withThreads(0));
    assertThrows(IllegalArgumentException.class, () -> ALL.withMetrics(Set.of()));
    assertThrows(IllegalArgumentException.class, () -> ALL.withWarpInterval(0));
    assertThrows(IllegalArgumentException.class, () -> ALL.withWarpInterval(251));
    assertFalse(ALL.metrics().contains(Evaluations.metric("warp_error_interval")));
  }
}
