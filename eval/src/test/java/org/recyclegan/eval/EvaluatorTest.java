package org.recyclegan.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.TestClips.ListSource;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.eval.flow.GivenFlow;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;

/** The whole pass: golden clips, clips whose scores are known, and what goes wrong. */
class EvaluatorTest {

  private static final EvaluationOptions ALL = EvaluationOptions.defaults().withThreads(2);
  private static final List<Frame> SOURCE = TestClips.source();
  private static final List<Frame> OUTPUT = TestClips.output();

  @Test
  void goldenNumbersComeThrough() throws IOException {
    Evaluation evaluation = evaluate(ALL, OUTPUT, SOURCE, SOURCE);
    Scores scores = evaluation.scores();
    assertEquals(8, scores.frames());
    assertEquals(List.of(), scores.warnings());
    assertEquals(32.10579676645412, value(scores, MetricName.PSNR), 1e-9);
    assertEquals(0.98128, value(scores, MetricName.SSIM), 1e-5);
    assertEquals(0.99798, value(scores, MetricName.MS_SSIM), 1e-4);
    assertEquals(0.0319076, value(scores, MetricName.TOF), 1e-6);
    assertEquals(value(scores, MetricName.TOF), value(scores, MetricName.TOF_SOURCE));
    assertEquals(0.9409264326095581, value(scores, MetricName.FLICKERING), 1e-6);
    double error = value(scores, MetricName.WARP_ERROR);
    double own = value(scores, MetricName.WARP_ERROR_SOURCE);
    assertEquals(0.0015736170567590506, error, 1.6e-6);
    assertEquals(9.641873134971723e-05, own, 1e-7);
    assertEquals(error / own, value(scores, MetricName.WARP_ERROR_RATIO), 1e-9);
    // Three frames make a step of 5.03 px, and the threshold is 4.5.
    assertEquals(1, value(scores, MetricName.DYNAMIC_DEGREE));
    assertEquals(MetricName.defaults().size(), scores.metrics().size());
    assertTrue(reason(scores, MetricName.SYNC_NCC).contains("at least 8 steps"));
    FrameSeries psnr =
        evaluation.series().stream().filter(s -> s.name().equals("psnr")).findAny().orElseThrow();
    assertEquals(32.09757444507905, psnr.values().get(1), 1e-9);
  }

  @Test
  void warpErrorsWithTheTrueFlowAreGolden() throws IOException {
    Set<MetricName> names =
        EnumSet.of(
            MetricName.WARP_ERROR,
            MetricName.WARP_ERROR_SOURCE,
            MetricName.WARP_ERROR_LONG,
            MetricName.WARP_ERROR_INTERVAL);
    EvaluationOptions options =
        ALL.withMetrics(names).withFlow(GivenFlow.steady(1.5f, -0.75f)).withWarpInterval(1);
    Scores scores = evaluate(options, OUTPUT, SOURCE, null).scores();
    assertEquals(0.0015587885251184934, value(scores, MetricName.WARP_ERROR), 1e-10);
    assertEquals(8.722582874503076e-05, value(scores, MetricName.WARP_ERROR_SOURCE), 1e-10);
    assertEquals(0.0023760542880596675, value(scores, MetricName.WARP_ERROR_LONG), 1e-10);
    assertEquals(0.0015587885251184934, value(scores, MetricName.WARP_ERROR_INTERVAL), 1e-10);
  }

  @Test
  void anIntervalLooksThatFarBack() throws IOException {
    EvaluationOptions options =
        ALL.withMetrics(EnumSet.of(MetricName.WARP_ERROR_INTERVAL))
            .withFlow(GivenFlow.steady(0, 0))
            .withWarpInterval(3);
    List<Frame> steps = TestClips.frames(8, t -> TestClips.grey(32, 32, 17 * t, t));
    MetricResult result =
        evaluate(options, steps, steps, null)
            .scores()
            .find(MetricName.WARP_ERROR_INTERVAL)
            .orElseThrow();
    assertEquals(Math.pow(51.0 / 255, 2), result.value().orElseThrow(), 1e-12);
    assertEquals(5, result.frames());
    assertTrue(result.protocol().endsWith("k = 3"), result.protocol());
  }

  @Test
  void identicalVideosArePerfect() throws IOException {
    List<Frame> moving = TestClips.frames(24, EvaluatorTest::pulse);
    Scores scores = evaluate(ALL, moving, moving, moving).scores();
    assertEquals("infinite: 24 of 24 frames are identical", reason(scores, MetricName.PSNR));
    assertEquals(1, value(scores, MetricName.SSIM), 1e-12);
    assertEquals(1, value(scores, MetricName.MS_SSIM), 1e-12);
    assertEquals(0, value(scores, MetricName.TOF));
    assertEquals(0, value(scores, MetricName.TOF_SOURCE));
    assertEquals(1, value(scores, MetricName.WARP_ERROR_RATIO), 1e-12);
    assertEquals(1, value(scores, MetricName.SYNC_PEARSON), 1e-12);
    assertEquals(1, value(scores, MetricName.SYNC_SPEARMAN), 1e-12);
    assertEquals(1, value(scores, MetricName.SYNC_NCC), 1e-12);
    assertEquals(0, value(scores, MetricName.SYNC_LAG_MS));
    assertEquals(0, value(scores, MetricName.SYNC_DTW_MS));
  }

  @Test
  void someIdenticalFramesAreSaid() throws IOException {
    List<Frame> mixed = new ArrayList<>(OUTPUT);
    mixed.set(3, SOURCE.get(3));
    Scores scores =
        evaluate(ALL.withMetrics(EnumSet.of(MetricName.PSNR)), mixed, SOURCE, SOURCE).scores();
    assertEquals(
        "infinite: 1 of 8 frames are identical; the mean over the others is 32.1046",
        reason(scores, MetricName.PSNR));
  }

  @Test
  void aFrozenVideoIsConsistentButNotDynamicAndNotInStep() throws IOException {
    List<Frame> frozen = TestClips.frames(16, t -> SOURCE.get(0));
    Scores scores = evaluate(ALL, frozen, frozen, null).scores();
    assertEquals(0, value(scores, MetricName.WARP_ERROR));
    assertEquals(0, value(scores, MetricName.WARP_ERROR_LONG));
    assertEquals(1, value(scores, MetricName.FLICKERING));
    assertEquals(0, value(scores, MetricName.DYNAMIC_DEGREE));
    assertEquals(
        "the source's own warping error is 0", reason(scores, MetricName.WARP_ERROR_RATIO));
    for (MetricName name : SyncAccumulator.NAMES) {
      assertEquals("the source's motion does not vary", reason(scores, name));
    }
    assertEquals("no reference was given", reason(scores, MetricName.PSNR));
  }

  @Test
  void aFrozenOutputOfAMovingSourceIsNotInStep() throws IOException {
    List<Frame> moving = TestClips.frames(16, EvaluatorTest::pulse);
    List<Frame> frozen = TestClips.frames(16, t -> pulse(0));
    EvaluationOptions options = ALL.withMetrics(EnumSet.copyOf(SyncAccumulator.NAMES));
    Scores scores = evaluate(options, frozen, moving, null).scores();
    for (MetricName name : SyncAccumulator.NAMES) {
      assertEquals("the output's motion does not vary", reason(scores, name));
    }
  }

  @Test
  void alternatingBrightnessIsFlickerToTheDigit() throws IOException {
    int delta = 5;
    List<Frame> still = TestClips.frames(10, t -> TestClips.grey(64, 64, 100, t));
    List<Frame> blinking =
        TestClips.frames(
            10, t -> TestClips.grey(64, 64, t % 2 == 0 ? 100 - delta : 100 + delta, t));
    Scores scores = evaluate(ALL, blinking, still, null).scores();
    assertEquals(1 - 2.0 * delta / 255, value(scores, MetricName.FLICKERING), 1e-12);
    assertEquals(Math.pow(2.0 * delta / 255, 2), value(scores, MetricName.WARP_ERROR), 1e-12);
    assertEquals(
        Math.pow(2.0 * delta / 255, 2) * 5 / 9, value(scores, MetricName.WARP_ERROR_LONG), 1e-12);
  }

  @Test
  void aDelayIsFoundInMilliseconds() throws IOException {
    int late = 3;
    List<Frame> source = TestClips.frames(48, EvaluatorTest::pulse);
    List<Frame> output = TestClips.frames(48, t -> pulse(t - late));
    Scores scores =
        evaluate(ALL.withMetrics(EnumSet.copyOf(SyncAccumulator.NAMES)), output, source, null)
            .scores();
    assertEquals(late * 40, value(scores, MetricName.SYNC_LAG_MS));
    assertTrue(value(scores, MetricName.SYNC_NCC) > 0.99);
    assertTrue(value(scores, MetricName.SYNC_NCC) > value(scores, MetricName.SYNC_PEARSON));
    assertTrue(value(scores, MetricName.SYNC_DTW_MS) > 40);
    assertEquals(late * 40, value(scores, MetricName.SYNC_PHASE_MS), 8);
    assertTrue(scores.find(MetricName.SYNC_PEARSON).orElseThrow().interval().isPresent());
    assertTrue(scores.find(MetricName.SYNC_LAG_MS).orElseThrow().interval().isEmpty());
  }

  @Test
  void somethingThatMovesIsDynamic() throws IOException {
    GivenFlow fast =
        new GivenFlow("fast", (a, b) -> FlowField.constant(a.width(), a.height(), 5, 0));
    EvaluationOptions options =
        ALL.withMetrics(EnumSet.of(MetricName.DYNAMIC_DEGREE)).withFlow(fast);
    MetricResult result =
        evaluate(options, OUTPUT, SOURCE, null)
            .scores()
            .find(MetricName.DYNAMIC_DEGREE)
            .orElseThrow();
    assertEquals(1, result.value().orElseThrow());
    // Every third frame of 25 a second: 0, 3 and 6.
    assertEquals(3, result.frames());
  }

  @Test
  void threadsDoNotChangeANumber() throws IOException {
    Scores one = evaluate(ALL.withThreads(1), OUTPUT, SOURCE, SOURCE).scores();
    Scores many = evaluate(ALL.withThreads(4), OUTPUT, SOURCE, SOURCE).scores();
    assertEquals(one, many);
  }

  /** Of videos that a metric does not look at only the times are read. */
  @Test
  void eachMetricByItselfIsTheSameAsAmongAll() throws IOException {
    Set<MetricName> names = EnumSet.allOf(MetricName.class);
    names.removeIf(MetricName::needsNetwork);
    EvaluationOptions options = ALL.withMetrics(names).withWarpInterval(1);
    Scores together = evaluate(options, OUTPUT, SOURCE, SOURCE).scores();
    for (MetricName name : names) {
      Scores alone =
          evaluate(options.withMetrics(EnumSet.of(name)), OUTPUT, SOURCE, SOURCE).scores();
      assertEquals(together.find(name), alone.find(name));
    }
  }

  @Test
  void theShortestVideoEndsTheComparison() throws IOException {
    EvaluationOptions options = ALL.withMetrics(EnumSet.of(MetricName.FLICKERING));
    Scores scores = evaluate(options, OUTPUT, SOURCE.subList(0, 5), null).scores();
    assertEquals(5, scores.frames());
    assertEquals(
        List.of(
            "The source ended after 5 frames, before the others; only those frames were compared."),
        scores.warnings());
  }

  @Test
  void videosAreReadOnceAndTheirWarningsPassedOn() throws IOException {
    ListSource output = new ListSource(OUTPUT, FrameRate.of(25), List.of("2 frames were damaged."));
    ListSource source = new ListSource(SOURCE, new FrameRate(30000, 1001), List.of());
    List<Long> heard = new ArrayList<>();
    List<OptionalLong> totals = new ArrayList<>();
    Scores scores =
        new Evaluator(ALL.withMetrics(EnumSet.of(MetricName.FLICKERING)))
            .evaluate(
                output,
                source,
                null,
                (done, total) -> {
                  heard.add(done);
                  totals.add(total);
                })
            .scores();
    assertEquals(8, output.taken());
    assertEquals(8, source.taken());
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L), heard);
    assertEquals(OptionalLong.of(8), totals.get(0));
    assertEquals(2, scores.warnings().size());
    assertTrue(scores.warnings().get(0).contains("30000/1001"), scores.warnings().get(0));
    assertEquals("The output: 2 frames were damaged.", scores.warnings().get(1));
  }

  @Test
  void videosLargerThanTheHeapAreEvaluated() throws IOException {
    int side = 1024;
    long frameBytes = 3L * side * side;
    int count = (int) (Runtime.getRuntime().maxMemory() / (2 * frameBytes)) + 20;
    EvaluationOptions options = ALL.withMetrics(EnumSet.of(MetricName.FLICKERING));
    Scores scores =
        new Evaluator(options)
            .evaluate(
                new DrawnSource(side, count), new DrawnSource(side, count), null, (n, of) -> {})
            .scores();
    assertEquals(count, scores.frames());
    assertEquals(1, value(scores, MetricName.FLICKERING));
  }

  @Test
  void anotherSizeIsRefusedOrFitted() throws IOException {
    List<Frame> small = TestClips.frames(8, t -> TestClips.grey(64, 48, 10, t));
    InputException refusal =
        assertThrows(InputException.class, () -> evaluate(ALL, OUTPUT, small, null));
    assertEquals(
        "The source: expected the output's size 256x192, found 64x48. Resize one of them, or allow"
            + " resizing.",
        refusal.getMessage());
    EvaluationOptions fitted = ALL.withMetrics(EnumSet.of(MetricName.PSNR)).withResizing();
    List<Frame> large = TestClips.frames(8, t -> TestClips.grey(256, 192, 20, t));
    Scores scores = evaluate(fitted, large, large, small).scores();
    assertEquals(10 * Math.log10(255 * 255 / 100.0), value(scores, MetricName.PSNR), 1e-12);
    assertEquals(
        List.of("The reference was resized from 64x48 to the output's 256x192."),
        scores.warnings());
  }

  @Test
  void theSizeOfAVideoNobodyLooksAtDoesNotMatter() throws IOException {
    List<Frame> small = TestClips.frames(8, t -> TestClips.grey(64, 48, 10, t));
    EvaluationOptions options = ALL.withMetrics(EnumSet.of(MetricName.FLICKERING));
    assertEquals(List.of(), evaluate(options, OUTPUT, small, null).scores().warnings());
    EvaluationOptions fitted = options.withResizing();
    assertEquals(List.of(), evaluate(fitted, OUTPUT, small, null).scores().warnings());
  }

  @Test
  void aVideoWithoutFramesIsRefused() {
    List<Frame> one = List.of(TestClips.grey(1, 1, 0, 0));
    InputException refusal =
        assertThrows(InputException.class, () -> evaluate(ALL, one, List.of(), null));
    assertTrue(
        String.valueOf(refusal.getMessage()).startsWith("The source: expected at least one frame"));
  }

  @Test
  void aSingleSmallFrameHasReasonsAndNoNumbers() throws IOException {
    List<Frame> one = List.of(TestClips.grey(20, 20, 0, 0));
    Scores scores = evaluate(ALL, one, one, one).scores();
    assertEquals(
        "needs sides of at least 161 pixels, found 20", reason(scores, MetricName.MS_SSIM));
    assertEquals("needs sides of at least 48 pixels, found 20", reason(scores, MetricName.TOF));
    assertEquals(
        "needs sides of at least 32 pixels, found 20", reason(scores, MetricName.WARP_ERROR));
    assertEquals("the videos have too few frames", reason(scores, MetricName.FLICKERING));
    assertEquals(1, value(scores, MetricName.SSIM), 1e-12);
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
    EvaluationOptions options =
        ALL.withMetrics(EnumSet.of(MetricName.FID, MetricName.FVD, MetricName.LPIPS));
    Scores scores = evaluate(options, OUTPUT, SOURCE, SOURCE).scores();
    assertTrue(reason(scores, MetricName.FID).contains("network"));
    assertEquals(3, scores.metrics().size());
  }

  @Test
  void whereTheFlowIsNowhereBelievedIsSaid() throws IOException {
    GivenFlow apart =
        new GivenFlow("apart", (a, b) -> FlowField.constant(a.width(), a.height(), 50, 0));
    EvaluationOptions options = ALL.withMetrics(EnumSet.of(MetricName.WARP_ERROR)).withFlow(apart);
    Scores scores = evaluate(options, OUTPUT, SOURCE, null).scores();
    assertEquals(0, value(scores, MetricName.WARP_ERROR));
    assertTrue(scores.warnings().get(0).contains("7 pairs"), scores.warnings().toString());
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
    assertFalse(ALL.metrics().contains(MetricName.WARP_ERROR_INTERVAL));
  }

  /** Black frames, drawn as they are asked for. */
  private static final class DrawnSource implements FrameSource {

    private final int side;
    private final int count;
    private int next;

    DrawnSource(int side, int count) {
      this.side = side;
      this.count = count;
    }

    @Override
    public VideoInfo info() {
      return VideoInfo.constantRate(side, side, FrameRate.of(25));
    }

    @Override
    public @Nullable Frame next() {
      return next == count ? null : new Frame(side, side, new byte[3 * side * side], next++);
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private static Evaluation evaluate(
      EvaluationOptions options,
      List<Frame> output,
      List<Frame> source,
      @Nullable List<Frame> reference)
      throws IOException {
    return new Evaluator(options)
        .evaluate(
            TestClips.video(output),
            TestClips.video(source),
            reference == null ? null : TestClips.video(reference),
            EvaluationListener.NONE);
  }

  /** A picture that drifts along x, faster and slower, the speed nearly with a period of 12. */
  private static Frame pulse(int t) {
    int size = 176;
    double turn = 2 * Math.PI;
    double place = 1.8 * t - 2.4 * Math.cos(turn * t / 12) - 1.5 * Math.cos(turn * t / 31);
    byte[] rgb = new byte[3 * size * size];
    for (int y = 0, i = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double phase = x - place;
        double value =
            127 + 60 * Math.sin(phase / 5 + y / 9.0) + 40 * Math.cos(phase / 11 - y / 4.0);
        for (int c = 0; c < 3; c++) {
          rgb[i++] = (byte) Math.round(value);
        }
      }
    }
    return new Frame(size, size, rgb, t);
  }

  private static double value(Scores scores, MetricName name) {
    MetricResult result = scores.find(name).orElseThrow();
    assertTrue(result.value().isPresent(), () -> result.toString());
    return result.value().getAsDouble();
  }

  private static String reason(Scores scores, MetricName name) {
    MetricResult result = scores.find(name).orElseThrow();
    assertTrue(result.notApplicable().isPresent(), () -> result.toString());
    return result.notApplicable().orElseThrow();
  }
}
