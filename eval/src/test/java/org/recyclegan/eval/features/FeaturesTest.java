package org.recyclegan.eval.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.TestClips;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.video.Frame;

/** Against SciPy and clean-fid's arithmetic in Python, on features by formula. */
class FeaturesTest {

  private static final FeatureMatrix A = matrix(40, (i, j) -> wave(i, j) + 0.1 * j);
  private static final FeatureMatrix B = matrix(40, (i, j) -> otherWave(i, j) - 0.05 * j + 0.3);

  @Test
  void frechetIsScipys() {
    assertEquals(0.5467179670627, FrechetDistance.between(A, B), 1e-9);
  }

  @Test
  void frechetOfFewerSamplesThanFeaturesIsExact() {
    FeatureMatrix a = matrix(4, FeaturesTest::wave);
    FeatureMatrix b = matrix(4, FeaturesTest::otherWave);
    assertEquals(2.564566303881464, FrechetDistance.between(a, b), 1e-9);
  }

  @Test
  void frechetOfSetsOfTwoSizesIsTheFormulaInOneDimension() {
    FeatureMatrix a = FeatureMatrix.of(new double[][] {{1}, {3}, {5}});
    FeatureMatrix b = FeatureMatrix.of(new double[][] {{0}, {10}});
    // Means 3 and 5, deviations 2 and √50.
    double expected = 4 + Math.pow(2 - Math.sqrt(50), 2);
    assertEquals(expected, FrechetDistance.between(a, b), 1e-12);
  }

  @Test
  void frechetIsThatOfCommutingCovariances() {
    // Independent features, so that the root of the product is the product of the deviations;
    // once with more and once with fewer samples than features.
    for (int samples : new int[] {64, 4}) {
      int dimensions = 8;
      double expected = 0;
      double[][] a = new double[samples][dimensions];
      double[][] b = new double[samples][dimensions];
      for (int j = 0; j < Math.min(dimensions, samples - 1); j++) {
        double norm = 0;
        for (int i = 0; i < samples; i++) {
          double basis = Math.cos(Math.PI * (i + 0.5) * (j + 1) / samples);
          norm += basis * basis;
          a[i][j] = (j + 1) * basis;
          b[i][j] = 3 * basis;
        }
        expected += Math.pow(j + 1 - 3, 2) * norm / (samples - 1);
      }
      double found = FrechetDistance.between(FeatureMatrix.of(a), FeatureMatrix.of(b));
      assertEquals(expected, found, 1e-10, samples + " samples");
    }
  }

  @Test
  void shiftedFeaturesAreTheSquaredShiftApart() {
    FeatureMatrix shifted = matrix(40, (i, j) -> wave(i, j) + 0.1 * j + 0.5);
    assertEquals(6 * 0.25, FrechetDistance.between(A, shifted), 1e-9);
  }

  @Test
  void aSetIsAtNoDistanceFromItself() {
    double trace = 40.0 / 39 * 6;
    assertEquals(0, FrechetDistance.between(A, A), 1e-6 * trace);
  }

  @Test
  void kernelDistanceIsCleanFids() {
    assertEquals(0.11447020263898082, KernelDistance.between(A, B), 1e-10);
  }

  @Test
  void subsetsOfEverythingAreTheWhole() {
    double whole = KernelDistance.between(A, B);
    assertEquals(whole, KernelDistance.overSubsets(A, B, 9), 1e-10);
  }

  @Test
  void subsetsAreDrawnWithoutReplacementAndBySeed() {
    FeatureMatrix few = matrix(10, (i, j) -> wave(i, j) + 0.1 * j);
    double once = KernelDistance.overSubsets(few, B, 9);
    assertEquals(once, KernelDistance.overSubsets(few, B, 9));
    assertEquals(KernelDistance.between(few, B), once, 0.05);
  }

  @Test
  void theOrderOfSamplesDoesNotMatter() {
    List<double[]> rows = new ArrayList<>(Arrays.asList(B.rows()));
    Collections.shuffle(rows, new Random(31));
    FeatureMatrix shuffled = FeatureMatrix.of(rows.toArray(new double[0][]));
    assertEquals(FrechetDistance.between(A, B), FrechetDistance.between(A, shuffled), 1e-12);
    assertEquals(KernelDistance.between(A, B), KernelDistance.between(A, shuffled), 1e-12);
  }

  @Test
  void featuresAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> FeatureMatrix.of(new double[1][3]));
    assertThrows(IllegalArgumentException.class, () -> FeatureMatrix.of(new double[2][0]));
    assertThrows(
        IllegalArgumentException.class, () -> FeatureMatrix.of(new double[][] {{1}, {1, 2}}));
    assertThrows(
        IllegalArgumentException.class, () -> FeatureMatrix.of(new double[][] {{1}, {0.0 / 0}}));
    FeatureMatrix narrow = FeatureMatrix.of(List.of(new float[] {1}, new float[] {2}));
    assertThrows(IllegalArgumentException.class, () -> FrechetDistance.between(A, narrow));
    assertThrows(IllegalArgumentException.class, () -> KernelDistance.between(narrow, A));
  }

  @Test
  void videosAreCutIntoSamples() throws IOException {
    FeatureSet set = new FeatureSet(frames -> new float[] {frames.get(0).pts(), frames.size()}, 3);
    set.add(TestClips.video(TestClips.frames(8, t -> TestClips.grey(4, 4, 0, t))));
    set.add(TestClips.video(TestClips.frames(3, t -> TestClips.grey(4, 4, 0, 100 + t))));
    double[][] rows = set.matrix().rows();
    assertArrayEquals(new double[] {0, 3}, rows[0]);
    assertArrayEquals(new double[] {3, 3}, rows[1]);
    assertArrayEquals(new double[] {100, 3}, rows[2]);
    assertEquals(3, rows.length);
    assertThrows(IllegalArgumentException.class, () -> new FeatureSet(frames -> new float[1], 0));
  }

  @Test
  void lpipsIsTheMeanOfTheNetworksDistances() throws IOException {
    Lpips lpips = new Lpips((a, b) -> (a.rgb()[0] - b.rgb()[0]) / 10.0);
    lpips.add(TestClips.grey(64, 64, 3, 0), TestClips.grey(64, 64, 1, 0));
    lpips.add(TestClips.grey(64, 64, 9, 1), TestClips.grey(64, 64, 5, 1));
    Outcome result = lpips.outcome();
    assertEquals(0.3, result.value().orElseThrow(), 1e-12);
    assertEquals(2, result.frames());
  }

  @Test
  void lpipsIsRefusedWithAReason() throws IOException {
    Lpips lpips = new Lpips((a, b) -> Double.NaN);
    assertTrue(lpips.outcome().notApplicable().isPresent());
    Frame large = TestClips.grey(64, 64, 0, 0);
    assertThrows(IOException.class, () -> lpips.add(large, large));
    Frame small = TestClips.grey(64, 63, 0, 0);
    lpips.add(small, small);
    assertTrue(lpips.outcome().notApplicable().orElseThrow().contains("64"));
  }

  @Test
  void resizingIsCleanFids() {
    Frame frame = TestClips.sourceFrame(0);
    float[] inception = CleanResize.resize(frame, 299, 299);
    assertArrayEquals(
        new double[] {127.52910456605832, 127.51430239885283, 127.49970557665905},
        means(inception),
        1e-3);
    assertPixel(
        inception, 150 * 299 + 37, 190.13340759277344, 194.3302459716797, 151.09344482421875);
    float[] small = CleanResize.resize(frame, 100, 75);
    assertArrayEquals(
        new double[] {127.53072567901611, 127.51541673177083, 127.50021659062703},
        means(small),
        1e-3);
    assertPixel(small, 40 * 100 + 61, 140.0202178955078, 140.20799255371094, 157.59384155273438);
  }

  @Test
  void resizingToTheSameSizeChangesNothing() {
    Frame frame = TestClips.sourceFrame(0);
    float[] same = CleanResize.resize(frame, frame.width(), frame.height());
    for (int i = 0; i < same.length; i++) {
      assertEquals(frame.rgb()[i] & 0xff, same[i], 1e-4);
    }
  }

  @Test
  void resizingStaysInRange() {
    byte[] edge = new byte[3 * 8];
    Arrays.fill(edge, 12, 24, (byte) 255);
    for (float value : CleanResize.resize(new Frame(8, 1, edge, 0), 32, 1)) {
      assertTrue(value >= 0 && value <= 255, "found " + value);
    }
  }

  private static double[] means(float[] rgb) {
    double[] means = new double[3];
    for (int i = 0; i < rgb.length; i++) {
      means[i % 3] += 3.0 * rgb[i] / rgb.length;
    }
    return means;
  }

  private static void assertPixel(float[] rgb, int pixel, double... expected) {
    for (int c = 0; c < 3; c++) {
      assertEquals(expected[c], rgb[3 * pixel + c], 1e-3);
    }
  }

  private interface Formula {
    double at(int i, int j);
  }

  private static double wave(int i, int j) {
    return Math.sin(0.37 * (i + 1) * (j + 1));
  }

  private static double otherWave(int i, int j) {
    return 1.2 * Math.cos(0.23 * (i + 2) * (j + 1));
  }

  private static FeatureMatrix matrix(int samples, Formula formula) {
    double[][] rows = new double[samples][6];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < 6; j++) {
        rows[i][j] = formula.at(i, j);
      }
    }
    return FeatureMatrix.of(rows);
  }
}
