package org.recyclegan.eval.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.TestClips;
import org.recyclegan.eval.flow.DisFlow;
import org.recyclegan.eval.flow.FarnebackFlow;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.flow.GivenFlow;
import org.recyclegan.eval.flow.GrayImage;
import org.recyclegan.eval.flow.OcclusionMask;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;

/** Against NumPy and OpenCV in Python on the clips of {@link TestClips}. */
class TemporalGoldenTest {

  private static final double[] TOF = {
    0.03175343573093414,
    0.03306518495082855,
    0.03383050486445427,
    0.031156308948993683,
    0.03073923848569393,
    0.030543221160769463,
    0.032265543937683105
  };

  private static final int W = TestClips.WIDTH;
  private static final int H = TestClips.HEIGHT;
  private static final List<Frame> SOURCE = TestClips.source();
  private static final List<Frame> OUTPUT = TestClips.output();
  private static final GivenFlow TRUE_FLOW = GivenFlow.steady(1.5f, -0.75f);
  private static final OcclusionMask NOTHING_HIDDEN = OcclusionMask.none(W, H);

  @Test
  void tofIsTecogans() {
    Tof.Crop crop = Tof.Crop.of(W, H).orElseThrow();
    assertEquals(new Tof.Crop(16, 16, 224, 160), crop);
    FlowEstimator farneback = new FarnebackFlow();
    double sum = 0;
    for (int t = 0; t + 1 < TestClips.FRAMES; t++) {
      double tof = Tof.between(step(farneback, SOURCE, t), step(farneback, OUTPUT, t), crop);
      assertEquals(TOF[t], tof, 1e-6, "pair " + t);
      sum += tof;
    }
    assertEquals(0.031907634011336734, sum / TOF.length, 1e-6);
  }

  @Test
  void tofCropsAsTecoganDoes() {
    for (int size = 0; size < 500; size++) {
      int side = size / 32 * 32;
      while (side > size - 16) {
        side -= 32;
      }
      int expected = side;
      Optional<Tof.Crop> crop = Tof.Crop.of(size, 400);
      assertEquals(expected >= 32, crop.isPresent(), "size " + size);
      crop.ifPresent(found -> assertEquals(expected, found.width()));
    }
    assertTrue(Tof.Crop.of(Tof.MINIMUM_SIDE, Tof.MINIMUM_SIDE).isPresent());
  }

  @Test
  void flickeringIsVbenchs() {
    assertEquals(0.9514052867889404, flickering(SOURCE), 1e-6);
    assertEquals(0.9409264326095581, flickering(OUTPUT), 1e-6);
  }

  @Test
  void shortWarpErrorIsLais() {
    assertEquals(8.722582874503076e-05, shortError(WarpError.LAI, SOURCE), 1e-10);
    assertEquals(0.0015587885251184934, shortError(WarpError.LAI, OUTPUT), 1e-10);
    WarpError pixels = new WarpError(WarpError.Norm.SQUARED, WarpError.Reduction.PIXEL_SUM);
    assertEquals(0.00467636557535548, shortError(pixels, OUTPUT), 1e-10);
  }

  @Test
  void longWarpErrorIsAgainstTheFirstFrame() {
    assertEquals(0.0012886534430163953, backError(WarpError.LAI, SOURCE, true), 1e-10);
    assertEquals(0.0023760542880596675, backError(WarpError.LAI, OUTPUT, true), 1e-10);
  }

  @Test
  void absoluteWarpErrorIsDeepVideoPriors() {
    WarpError error = WarpError.DEEP_VIDEO_PRIOR;
    double both = backError(error, OUTPUT, true) + backError(error, OUTPUT, false);
    assertEquals(0.19559678506005268, both, 1e-9);
  }

  @Test
  void occlusionAroundAMovingBlockIsLais() {
    FlowField forward = block(80, 12);
    OcclusionMask mask = OcclusionMask.between(forward, block(92, -12));
    assertEquals(999, mask.count());
    assertEquals(
        0.009770846754092991,
        WarpError.LAI.between(SOURCE.get(0), SOURCE.get(1), forward, mask),
        1e-10);
  }

  @Test
  void warpErrorWithEstimatedFlowIsPythons() {
    assertRelative(9.641873134971723e-05, disError(SOURCE));
    assertRelative(0.0015736170567590506, disError(OUTPUT));
  }

  @Test
  void whereEverythingIsHiddenTheErrorIsZero() {
    FlowField apart = FlowField.constant(W, H, 50, 0);
    OcclusionMask mask = OcclusionMask.between(apart, apart);
    assertEquals(W * H, mask.count());
    assertEquals(0, WarpError.LAI.between(SOURCE.get(0), OUTPUT.get(3), apart, mask));
  }

  @Test
  void flowBeyondTheBorderFetchesTheBorder() {
    Frame dark = TestClips.grey(8, 4, 10, 0);
    FlowField far = FlowField.constant(8, 4, 1e8f, -1e8f);
    assertEquals(0, WarpError.LAI.between(dark, dark, far, OcclusionMask.none(8, 4)));
  }

  @Test
  void otherSizesAreRefused() {
    FlowField small = FlowField.constant(8, 8, 0, 0);
    Frame frame = SOURCE.get(0);
    assertThrows(
        IllegalArgumentException.class,
        () -> WarpError.LAI.between(frame, frame, small, NOTHING_HIDDEN));
    assertThrows(
        IllegalArgumentException.class,
        () -> Flickering.between(frame, TestClips.grey(H, W, 0, 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Tof.between(small, FlowField.constant(W, H, 0, 0), new Tof.Crop(0, 0, 8, 8)));
  }

  @Test
  void dynamicDegreeIsVbenchs() {
    assertEquals(1, DynamicDegree.interval(FrameRate.of(8)));
    assertEquals(3, DynamicDegree.interval(new FrameRate(30000, 1001 + 230)));
    assertEquals(1, DynamicDegree.interval(FrameRate.of(3)));
    // 6 · 192 / 256 = 4.5 pixels.
    assertFalse(DynamicDegree.moves(FlowField.constant(W, H, 4.4f, 0)));
    assertTrue(DynamicDegree.moves(FlowField.constant(W, H, 0, -4.6f)));
    // round(4 · 10 / 16) is round(2.5), which is 2 in Python.
    assertTrue(DynamicDegree.isDynamic(2, 10));
    assertFalse(DynamicDegree.isDynamic(1, 10));
    assertFalse(DynamicDegree.isDynamic(0, 2));
  }

  private static FlowField step(FlowEstimator estimator, List<Frame> frames, int t) {
    return flow(estimator, frames, t, t + 1);
  }

  private static FlowField flow(FlowEstimator estimator, List<Frame> frames, int from, int to) {
    return estimator.flow(GrayImage.of(frames.get(from), from), GrayImage.of(frames.get(to), to));
  }

  private static double flickering(List<Frame> frames) {
    double sum = 0;
    for (int t = 0; t + 1 < frames.size(); t++) {
      sum += Flickering.between(frames.get(t), frames.get(t + 1));
    }
    return sum / (frames.size() - 1);
  }

  private static double shortError(WarpError error, List<Frame> frames) {
    double sum = 0;
    for (int t = 0; t + 1 < frames.size(); t++) {
      FlowField flow = step(TRUE_FLOW, frames, t);
      sum += error.between(frames.get(t), frames.get(t + 1), flow, NOTHING_HIDDEN);
    }
    return sum / (frames.size() - 1);
  }

  private static double backError(WarpError error, List<Frame> frames, boolean toFirst) {
    double sum = 0;
    for (int t = 1; t < frames.size(); t++) {
      int other = toFirst ? 0 : t - 1;
      FlowField flow = flow(TRUE_FLOW, frames, t, other);
      sum += error.between(frames.get(t), frames.get(other), flow, NOTHING_HIDDEN);
    }
    return sum / (frames.size() - 1);
  }

  /** Along the source's flow, as in the definition. */
  private static double disError(List<Frame> frames) {
    FlowEstimator dis = DisFlow.medium();
    double sum = 0;
    for (int t = 0; t + 1 < frames.size(); t++) {
      FlowField forward = flow(dis, SOURCE, t, t + 1);
      OcclusionMask mask = OcclusionMask.between(forward, flow(dis, SOURCE, t + 1, t));
      sum += WarpError.LAI.between(frames.get(t), frames.get(t + 1), forward, mask);
    }
    return sum / (frames.size() - 1);
  }

  private static FlowField block(int firstColumn, float u) {
    float[] uv = new float[2 * W * H];
    for (int y = 60; y < 120; y++) {
      for (int x = firstColumn; x < firstColumn + 80; x++) {
        uv[2 * (y * W + x)] = u;
      }
    }
    return new FlowField(W, H, uv);
  }

  private static void assertRelative(double expected, double found) {
    assertEquals(expected, found, 1e-3 * expected);
  }
}
