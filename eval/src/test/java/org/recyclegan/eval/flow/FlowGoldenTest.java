package org.recyclegan.eval.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.eval.TestClips;
import org.recyclegan.eval.flow.DisFlow.Preset;
import org.recyclegan.video.Frame;

/** Against OpenCV in Python on the clips of {@link TestClips}. */
class FlowGoldenTest {

  private static final int BORDER = 32;
  private static final GrayImage FIRST = GrayImage.of(TestClips.sourceFrame(0), 0);
  private static final GrayImage SECOND = GrayImage.of(TestClips.sourceFrame(1), 1);

  static List<FlowEstimator> estimators() {
    return List.of(
        new FarnebackFlow(),
        DisFlow.medium(),
        new DisFlow(Preset.FAST),
        new DisFlow(Preset.ULTRAFAST));
  }

  @Test
  void farnebackIsPythons() {
    assertFlow(
        new FarnebackFlow().flow(FIRST, SECOND),
        new double[] {1.5024399757385254, -0.7434023022651672},
        new double[] {0.010745897889137268, 0.009009693749248981},
        1e-5);
  }

  @Test
  void disIsPythons() {
    FlowField medium = DisFlow.medium().flow(FIRST, SECOND);
    assertFlow(
        medium,
        new double[] {1.4664177894592285, -0.7769432663917542},
        new double[] {0.04550721123814583, 0.043345507234334946},
        1e-4);
    assertEquals(1.6744648218154907, medium.meanOfLongest(0.05), 1e-4);
    assertFlow(
        new DisFlow(Preset.FAST).flow(FIRST, SECOND),
        new double[] {1.493227481842041, -0.8478720784187317},
        new double[] {0.1058017686009407, 0.09973865002393723},
        1e-4);
    assertFlow(
        new DisFlow(Preset.ULTRAFAST).flow(FIRST, SECOND),
        new double[] {1.547188639640808, -0.8331239819526672},
        new double[] {0.10931309312582016, 0.10283679515123367},
        1e-4);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void nothingOfOnePairIsLeftInTheNext(FlowEstimator estimator) {
    float[] fresh = estimator.flow(FIRST, SECOND).uv();
    estimator.flow(SECOND, GrayImage.of(TestClips.grey(256, 192, 90, 0), 2));
    assertArrayEquals(fresh, estimator.flow(FIRST, SECOND).uv());
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void threadsDoNotDisturbEachOther(FlowEstimator estimator) {
    float[] alone = estimator.flow(FIRST, SECOND).uv();
    List<float[]> together =
        IntStream.range(0, 4).parallel().mapToObj(i -> estimator.flow(FIRST, SECOND).uv()).toList();
    together.forEach(flow -> assertArrayEquals(alone, flow));
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void aTranslationIsFound(FlowEstimator estimator) {
    FlowField flow = estimator.flow(FIRST, SECOND);
    assertTrue(endpointError(flow, BORDER) < 0.15, estimator.describe());
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void aStillPictureHardlyMoves(FlowEstimator estimator) {
    // Farneback's polynomials leave some 3e-4 of a pixel; DIS leaves nothing.
    assertEquals(0, estimator.flow(FIRST, FIRST).meanMagnitude(), 1e-3, estimator.describe());
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void theSmallestPictureWorksAndASmallerOneIsRefused(FlowEstimator estimator) {
    int side = estimator.minimumSide();
    GrayImage smallest = GrayImage.of(TestClips.grey(side, side, 90, 0), 0);
    assertEquals(side, estimator.flow(smallest, smallest).width());
    GrayImage smaller = GrayImage.of(TestClips.grey(side, side - 1, 90, 0), 0);
    assertThrows(IllegalArgumentException.class, () -> estimator.flow(smaller, smaller));
    assertThrows(IllegalArgumentException.class, () -> estimator.flow(smallest, FIRST));
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void nothingNativeIsLeftBehind(FlowEstimator estimator) {
    GrayImage other = GrayImage.of(TestClips.grey(64, 64, 90, 0), 0);
    estimator.flow(FIRST, SECOND);
    long before = Pointer.totalCount();
    for (int i = 0; i < 5; i++) {
      estimator.flow(FIRST, SECOND);
      assertThrows(IllegalArgumentException.class, () -> estimator.flow(FIRST, other));
    }
    assertEquals(before, Pointer.totalCount());
  }

  @Test
  void lumaIsOpenCvsForEveryColour() {
    byte[] rgb = new byte[3 * 64 * 64 * 64];
    for (int i = 0, p = 0; i < 64 * 64 * 64; i++) {
      rgb[p++] = (byte) ((i >> 12) * 4 + 3);
      rgb[p++] = (byte) ((i >> 6 & 63) * 4 + (i & 3));
      rgb[p++] = (byte) ((i & 63) * 4 + 1);
    }
    byte[] expected = new byte[rgb.length / 3];
    try (BytePointer pixels = new BytePointer(rgb);
        Mat colour = new Mat(512, 512, opencv_core.CV_8UC3, pixels);
        Mat gray = new Mat()) {
      opencv_imgproc.cvtColor(colour, gray, opencv_imgproc.COLOR_RGB2GRAY);
      gray.data().get(expected);
    }
    assertArrayEquals(expected, GrayImage.of(new Frame(512, 512, rgb, 0), 0).luma());
  }

  @Test
  void givenFlowMustFit() {
    GivenFlow wrong = new GivenFlow("wrong", (a, b) -> FlowField.constant(4, 4, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> wrong.flow(FIRST, SECOND));
    FlowField back = GivenFlow.steady(1.5f, -0.75f).flow(SECOND, FIRST);
    assertEquals(-1.5f, back.uv()[0]);
    assertEquals(0.75f, back.uv()[1]);
  }

  @Test
  void magnitudesAreLengths() {
    float[] uv = new float[200];
    uv[0] = 3;
    uv[1] = -4;
    uv[2] = 10;
    FlowField flow = new FlowField(10, 10, uv);
    assertEquals(0.15, flow.meanMagnitude(), 1e-12);
    assertEquals(7.5, flow.meanOfLongest(0.02), 1e-12);
    assertEquals(10, flow.meanOfLongest(0.0001), 1e-12);
  }

  private static void assertFlow(
      FlowField flow, double[] meanUv, double[] errors, double tolerance) {
    double u = 0;
    double v = 0;
    int count = 0;
    for (int y = BORDER; y < flow.height() - BORDER; y++) {
      for (int x = BORDER; x < flow.width() - BORDER; x++) {
        int at = 2 * (y * flow.width() + x);
        u += flow.uv()[at];
        v += flow.uv()[at + 1];
        count++;
      }
    }
    assertEquals(meanUv[0], u / count, tolerance, "mean u");
    assertEquals(meanUv[1], v / count, tolerance, "mean v");
    assertEquals(errors[0], endpointError(flow, 0), tolerance, "error everywhere");
    assertEquals(errors[1], endpointError(flow, BORDER), tolerance, "error inside");
  }

  private static double endpointError(FlowField flow, int border) {
    double sum = 0;
    int count = 0;
    for (int y = border; y < flow.height() - border; y++) {
      for (int x = border; x < flow.width() - border; x++) {
        int at = 2 * (y * flow.width() + x);
        sum += Math.hypot(flow.uv()[at] - 1.5, flow.uv()[at + 1] + 0.75);
        count++;
      }
    }
    return sum / count;
  }
}
