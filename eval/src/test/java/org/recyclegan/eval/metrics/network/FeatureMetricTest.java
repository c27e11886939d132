package org.recyclegan.eval.metrics.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.Evaluations;
import org.recyclegan.eval.TestClips;
import org.recyclegan.eval.features.FeatureMatrix;
import org.recyclegan.eval.features.Lpips;
import org.recyclegan.eval.scores.MetricResult;

/** Published names stand for a network and a sample, and are refused to less. */
class FeatureMetricTest {

  private static FeatureMetric metric(String name) {
    return (FeatureMetric) Evaluations.metric(name);
  }

  @Test
  void namesAreRefusedToSmallSamples() {
    MetricResult fid = metric("fid").score(zeros(2047, 2048), zeros(2047, 2048));
    assertEquals(
        "FID needs at least 2048 samples in each set, found 2047",
        fid.notApplicable().orElseThrow());
    assertEquals(2047, fid.frames());
    assertTrue(metric("fvd").score(zeros(16, 400), zeros(16, 400)).value().isEmpty());
  }

  @Test
  void namesAreRefusedToOtherNetworksAndUnequalSets() {
    String network =
        metric("fid").score(zeros(9, 512), zeros(9, 512)).notApplicable().orElseThrow();
    assertTrue(network.contains("2048 features"), network);
    String unequal =
        metric("kid").score(zeros(60, 2048), zeros(70, 2048)).notApplicable().orElseThrow();
    assertTrue(unequal.contains("60") && unequal.contains("70"), unequal);
  }

  @Test
  void kidIsGivenToEnoughSamples() {
    FeatureMatrix samples = zeros(50, 2048);
    MetricResult kid = metric("kid").score(samples, samples);
    assertEquals("kid", kid.name());
    assertEquals(0, kid.value().orElseThrow(), 1e-12);
    assertEquals(50, kid.frames());
  }

  @Test
  void fvdIsGivenToEnoughClips() {
    Random random = new Random(37);
    double[][] rows = new double[2048][400];
    for (double[] row : rows) {
      row[0] = random.nextGaussian();
    }
    FeatureMatrix clips = FeatureMatrix.of(rows);
    assertEquals(0, metric("fvd").score(clips, clips).value().orElseThrow(), 1e-9);
  }

  @Test
  void framesOfOneVideoAreSamplesOfImageMetricsOnly() {
    assertEquals(Optional.empty(), metric("fid").objectionToFrames());
    assertEquals(Optional.empty(), metric("kernel").objectionToFrames());
    assertEquals(
        "FVD needs at least 2048 clips of 16 frames in each set; one video is no such sample",
        metric("fvd").objectionToFrames().orElseThrow());
  }

  @Test
  void lpipsIsNamedAndHasItsProtocol() throws IOException {
    Lpips lpips = new Lpips((a, b) -> 0.25);
    lpips.add(TestClips.grey(64, 64, 3, 0), TestClips.grey(64, 64, 1, 0));
    MetricResult result = ((LpipsMetric) Evaluations.metric("lpips")).score(lpips);
    assertEquals("lpips", result.name());
    assertEquals(0.25, result.value().orElseThrow());
    assertEquals("LPIPS-alex v0.1, native size; mean over frames", result.protocol());
  }

  private static FeatureMatrix zeros(int samples, int dimensions) {
    return FeatureMatrix.of(new double[samples][dimensions]);
  }
}
