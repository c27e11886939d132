package org.recyclegan.studies.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.FrameSeries;
import org.recyclegan.eval.report.Finding;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;

final class VerdictsTest {

  private static Evaluation clip(MetricName metric, double value, double... frames) {
    MetricResult result = MetricResult.of(metric, "p", value, Optional.empty(), 10);
    return new Evaluation(
        new Scores(10, Map.of(), List.of(), List.of(result)),
        frames.length == 0
            ? List.of()
            : List.of(new FrameSeries(metric.text(), 1, ImmutableDoubleArray.copyOf(frames))));
  }

  private static Verdicts.Side side(
      String method, MetricName metric, int clips, IntToDoubleFunction value) {
    List<List<Evaluation>> all = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      all.add(List.of(clip(metric, value.applyAsDouble(i))));
    }
    return new Verdicts.Side(method, all);
  }

  private static Finding finding(
      MetricName metric, int clips, IntToDoubleFunction one, IntToDoubleFunction other) {
    return new Verdicts("a2b", side("one", metric, clips, one), side("other", metric, clips, other))
        .of(metric)
        .orElseThrow();
  }

  @Test
  void anIntervalWithoutZeroIsADifferenceInTheMetricsDirection() {
    // The clips differ far more among each other than the methods do on any of them.
    Finding lower = finding(MetricName.WARP_ERROR, 8, i -> i + 0.1, i -> i);
    assertTrue(lower.different());
    assertEquals("other is better", lower.verdict());
    Finding higher = finding(MetricName.SSIM, 8, i -> i + 0.1, i -> i);
    assertEquals("one is better", higher.verdict());
    assertEquals("0.1000 [0.1000, 0.1000]", higher.difference());
  }

  @Test
  void anIntervalWithZeroIsNone() {
    Finding finding = finding(MetricName.SSIM, 8, i -> i % 2 == 0 ? 1 : -0.9, i -> 0);
    assertFalse(finding.different());
    assertEquals("no difference shown", finding.verdict());
  }

  @Test
  void fewClipsWithoutFramesShowNothing() {
    Finding finding = finding(MetricName.SYNC_NCC, 7, i -> 1, i -> 0);
    assertFalse(finding.different());
    assertTrue(finding.verdict().startsWith("cannot be said"), finding.verdict());
    assertEquals("1", finding.difference());
  }

  @Test
  void framesSpeakForTheirClipsOnly() {
    double[] better = new double[40];
    double[] worse = new double[40];
    for (int i = 0; i < 40; i++) {
      worse[i] = Math.sin(i);
      better[i] = worse[i] + 0.5 + 0.01 * Math.cos(i);
    }
    Finding finding =
        new Verdicts(
                "a2b",
                new Verdicts.Side("one", List.of(List.of(clip(MetricName.SSIM, 2, better)))),
                new Verdicts.Side("other", List.of(List.of(clip(MetricName.SSIM, 1, worse)))))
            .of(MetricName.SSIM)
            .orElseThrow();
    assertTrue(finding.different());
    assertEquals("one is better, in these clips", finding.verdict());
  }

  @Test
  void lagsAreComparedByTheirLength() {
    Finding finding = finding(MetricName.SYNC_LAG_MS, 8, i -> -80, i -> 40);
    assertEquals("other is better", finding.verdict());
  }

  @Test
  void seedsAreAveragedBeforeClipsAreCompared() {
    List<List<Evaluation>> clips = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clips.add(List.of(clip(MetricName.SSIM, 1 + i), clip(MetricName.SSIM, 3 + i)));
    }
    Finding finding =
        new Verdicts(
                "a2b", new Verdicts.Side("one", clips), side("other", MetricName.SSIM, 8, i -> i))
            .of(MetricName.SSIM)
            .orElseThrow();
    assertEquals("2 [2, 2]", finding.difference());
  }

  @Test
  void aMetricThatNoClipHasIsLeftOut() {
    assertEquals(
        Optional.empty(),
        new Verdicts(
                "a2b",
                side("one", MetricName.SSIM, 1, i -> 1),
                side("other", MetricName.SSIM, 1, i -> 1))
            .of(MetricName.PSNR));
  }
}
