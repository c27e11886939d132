package org.recyclegan.eval.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recyclegan.eval.Evaluations.ALL;
import static org.recyclegan.eval.Evaluations.evaluate;
import static org.recyclegan.eval.Evaluations.reason;
import static org.recyclegan.eval.Evaluations.value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Identical, frozen and blinking clips, whose scores are known. */
class PictureMetricsTest {

  private static final List<Frame> SOURCE = TestClips.source();
  private static final List<Frame> OUTPUT = TestClips.output();
  private static final Set<Metric> SYNC =
      Metrics.named(
          "sync_pearson",
          "sync_spearman",
          "sync_ncc",
          "sync_lag_ms",
          "sync_dtw_ms",
          "sync_phase_ms");

  @Test
  void identicalVideosArePerfect() throws IOException {
    List<Frame> moving = TestClips.frames(24, TestClips::pulse);
    Scores scores = evaluate(ALL, moving, moving, moving).scores();
    assertEquals("infinite: 24 of 24 frames are identical", reason(scores, "psnr"));
    assertEquals(1, value(scores, "ssim"), 1e-12);
    assertEquals(1, value(scores, "ms_ssim"), 1e-12);
    assertEquals(0, value(scores, "tof"));
    assertEquals(0, value(scores, "tof_source"));
    assertEquals(1, value(scores, "warp_error_ratio"), 1e-12);
    assertEquals(1, value(scores, "sync_pearson"), 1e-12);
    assertEquals(1, value(scores, "sync_spearman"), 1e-12);
    assertEquals(1, value(scores, "sync_ncc"), 1e-12);
    assertEquals(0, value(scores, "sync_lag_ms"));
    assertEquals(0, value(scores, "sync_dtw_ms"));
  }

  @Test
  void someIdenticalFramesAreSaid() throws IOException {
    List<Frame> mixed = new ArrayList<>(OUTPUT);
    mixed.set(3, SOURCE.get(3));
    Scores scores =
        evaluate(ALL.withMetrics(Metrics.named("psnr")), mixed, SOURCE, SOURCE).scores();
    String reason = reason(scores, "psnr");
    assertTrue(
        reason.startsWith(
            "infinite: 1 of 8 frames are identical; the mean over the others is 32.1046, that of"
                + " the mean squared error 32.6"),
        reason);
    Map<String, Double> details = scores.find("psnr").orElseThrow().details();
    assertEquals(List.of("meanOfOtherFrames", "ofMeanSquaredError"), List.copyOf(details.keySet()));
    assertEquals(32.1046, details.get("meanOfOtherFrames"), 1e-4);
    // Seven frames of eight have nearly the same error, the eighth has none.
    assertEquals(
        details.get("meanOfOtherFrames") + 10 * Math.log10(8.0 / 7),
        details.get("ofMeanSquaredError"),
        1e-3);
  }

  @Test
  void aFrozenVideoIsConsistentButNotDynamicAndNotInStep() throws IOException {
    List<Frame> frozen = TestClips.frames(16, t -> SOURCE.get(0));
    Scores scores = evaluate(ALL, frozen, frozen, null).scores();
    assertEquals(0, value(scores, "warp_error"));
    assertEquals(0, value(scores, "warp_error_long"));
    assertEquals(1, value(scores, "flickering"));
    assertEquals(0, value(scores, "dynamic_degree"));
    assertEquals("the source's own warping error is 0", reason(scores, "warp_error_ratio"));
    for (Metric name : SYNC) {
      assertEquals("the source's motion does not vary", reason(scores, name.name()));
    }
    assertEquals("no reference was given", reason(scores, "psnr"));
  }

  @Test
  void alternatingBrightnessIsFlickerToTheDigit() throws IOException {
    int delta = 5;
    List<Frame> still = TestClips.frames(10, t -> TestClips.grey(64, 64, 100, t));
    List<Frame> blinking =
        TestClips.frames(
            10, t -> TestClips.grey(64, 64, t % 2 == 0 ? 100 - delta : 100 + delta, t));
    Scores scores = evaluate(ALL, blinking, still, null).scores();
    assertEquals(1 - 2.0 * delta / 255, value(scores, "flickering"), 1e-12);
    assertEquals(Math.pow(2.0 * delta / 255, 2), value(scores, "warp_error"), 1e-12);
    assertEquals(Math.pow(2.0 * delta / 255, 2) * 5 / 9, value(scores, "warp_error_long"), 1e-12);
  }

  @Test
  void somethingThatMovesIsDynamic() throws IOException {
    GivenFlow fast =
        new GivenFlow("fast", (a, b) -> FlowField.constant(a.width(), a.height(), 5, 0));
    EvaluationOptions options = ALL.withMetrics(Metrics.named("dynamic_degree")).withFlow(fast);
    MetricResult result =
        evaluate(options, OUTPUT, SOURCE, null).scores().find("dynamic_degree").orElseThrow();
    assertEquals(1, result.value().orElseThrow());
    // Every third frame of 25 a second: 0, 3 and 6.
    assertEquals(3, result.frames());
  }
}
