package org.recyclegan.eval.report;

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
import org.recyclegan.eval.Evaluations;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;

final class VerdictsTest {

  private static Evaluation clip(String metric, double value, double... frames) {
    MetricResult result = Evaluations.answer(metric, "p", value, Optional.empty(), 10);
    return new Evaluation(
        new Scores(10, Map.of(), List.of(), List.of(result)),
        frames.length == 0
            ? List.of()
            : List.of(new FrameSeries(metric, 1, ImmutableDoubleArray.copyOf(frames))));
  }

  private static Verdicts.Side side(
      String method, String metric, int clips, IntToDoubleFunction value) {
    List<List<Evaluation>> all = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      all.add(List.of(clip(metric, value.applyAsDouble(i))));
    }
    return new Verdicts.Side(method, all);
  }

  private static Finding finding(
      String metric, int clips, IntToDoubleFunction one, IntToDoubleFunction other) {
    return new Verdicts("a2b", side("one", metric, clips, one), side("other", metric, clips, other))
        .of(Evaluations.metric(metric))
        .orElseThrow();
  }

  @Test
  void anIntervalWithoutZeroIsADifferenceInTheMetricsDirection() {
    // The clips differ far more among each other than the methods do on any of them.
    Finding lower = finding("warp_error", 8, i -> i + 0.1, i -> i);
    assertTrue(lower.different());
    assertEquals("other is better", lower.verdict());
    Finding higher = finding("ssim", 8, i -> i + 0.1, i -> i);
    assertEquals("one is better", higher.verdict());
    assertEquals("0.1000 [0.1000, 0.1000]", higher.difference());
  }

  @Test
  void anIntervalWithZeroIsNone() {
    Finding finding = finding("ssim", 8, i -> i % 2 == 0 ? 1 : -0.9, i -> 0);
    assertFalse(finding.different());
    assertEquals("no difference shown", finding.verdict());
  }

  @Test
  void fewClipsWithoutFramesShowNothing() {
    Finding finding = finding("sync_ncc", 7, i -> 1, i -> 0);
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
                new Verdicts.Side("one", List.of(List.of(clip("ssim", 2, better)))),
                new Verdicts.Side("other", List.of(List.of(clip("ssim", 1, worse)))))
            .of(Evaluations.metric("ssim"))
            .orElseThrow();
    assertTrue(finding.different());
    assertEquals("one is better, in these clips", finding.verdict());
  }

  @Test
  void aRatioIsOneOfMeansOverTheSameFrames() {
    double[] floor = new double[40];
    double[] calm = new double[40];
    double[] restless = new double[40];
    for (int i = 0; i < 40; i++) {
      // What is hard for one is hard for both: the ratios differ by 1 on any frames.
      floor[i] = 1 + (i % 7);
      calm[i] = 2 * floor[i];
      restless[i] = 3 * floor[i];
    }
    Finding finding =
        new Verdicts(
                "a2b",
                new Verdicts.Side("one", List.of(List.of(ratio(2, calm, floor)))),
                new Verdicts.Side("other", List.of(List.of(ratio(3, restless, floor)))))
            .of(Evaluations.metric("warp_error_ratio"))
            .orElseThrow();
    assertEquals("one is better, in these clips", finding.verdict());
    assertEquals("-1 [-1, -1]", finding.difference().replaceAll("-1\\.0+", "-1"));
  }

  private static Evaluation ratio(double value, double[] output, double[] source) {
    MetricResult result = Evaluations.answer("warp_error_ratio", "p", value, Optional.empty(), 40);
    return new Evaluation(
        new Scores(40, Map.of(), List.of(), List.of(result)),
        List.of(
            new FrameSeries("warp_error", 1, ImmutableDoubleArray.copyOf(output)),
            new FrameSeries("warp_error_source", 1, ImmutableDoubleArray.copyOf(source))));
  }

  @Test
  void correlationsAreResampledAndLagsAreNot() {
    Evaluation inStep = synchrony(0);
    Evaluation late = synchrony(8);
    Verdicts verdicts =
        new Verdicts(
            "a2b",
            new Verdicts.Side("one", List.of(List.of(inStep))),
            new Verdicts.Side("other", List.of(List.of(late))));
    Finding pearson = verdicts.of(Evaluations.metric("sync_pearson")).orElseThrow();
    assertEquals("one is better, in these clips", pearson.verdict());
    Finding lag = verdicts.of(Evaluations.metric("sync_lag_ms")).orElseThrow();
    assertEquals("cannot be said: one number a clip, and fewer than 8 clips", lag.verdict());
  }

  /** A motion and its echo some frames later; half a period later they are opposed. */
  private static Evaluation synchrony(int delay) {
    double[] source = new double[80];
    double[] output = new double[80];
    for (int i = 0; i < 80; i++) {
      source[i] = 2 + Math.sin(Math.PI * i / 8);
      output[i] = 2 + Math.sin(Math.PI * (i - delay) / 8);
    }
    return new Evaluation(
        new Scores(
            80,
            Map.of(),
            List.of(),
            List.of(
                Evaluations.answer("sync_pearson", "p", delay == 0 ? 1 : -1, Optional.empty(), 80),
                Evaluations.answer("sync_lag_ms", "p", 40 * delay, Optional.empty(), 80))),
        List.of(
            new FrameSeries("motion_source", 1, ImmutableDoubleArray.copyOf(source)),
            new FrameSeries("motion_output", 1, ImmutableDoubleArray.copyOf(output))));
  }

  @Test
  void fewFramesShowNothing() {
    double[] frames = new double[20];
    Finding finding =
        new Verdicts(
                "a2b",
                new Verdicts.Side("one", List.of(List.of(clip("ssim", 2, frames)))),
                new Verdicts.Side("other", List.of(List.of(clip("ssim", 1, frames)))))
            .of(Evaluations.metric("ssim"))
            .orElseThrow();
    assertEquals("cannot be said: too few frames, and fewer than 8 clips", finding.verdict());
  }

  @Test
  void lagsAreComparedByTheirLength() {
    Finding finding = finding("sync_lag_ms", 8, i -> -80, i -> 40);
    assertEquals("other is better", finding.verdict());
    assertEquals("zero", finding.direction());
  }

  @Test
  void seedsAreAveragedBeforeClipsAreCompared() {
    List<List<Evaluation>> clips = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clips.add(List.of(clip("ssim", 1 + i), clip("ssim", 3 + i)));
    }
    Finding finding =
        new Verdicts("a2b", new Verdicts.Side("one", clips), side("other", "ssim", 8, i -> i))
            .of(Evaluations.metric("ssim"))
            .orElseThrow();
    assertEquals("2 [2, 2]", finding.difference());
  }

  @Test
  void aMetricThatNoClipHasIsLeftOut() {
    assertEquals(
        Optional.empty(),
        new Verdicts("a2b", side("one", "ssim", 1, i -> 1), side("other", "ssim", 1, i -> 1))
            .of(Evaluations.metric("psnr")));
  }
}
