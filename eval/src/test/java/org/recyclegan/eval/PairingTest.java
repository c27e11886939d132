package org.recyclegan.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recyclegan.eval.Evaluations.ALL;
import static org.recyclegan.eval.Evaluations.evaluate;
import static org.recyclegan.eval.Evaluations.value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.recyclegan.eval.TestClips.ListSource;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;

/** How videos are read side by side: lengths, sizes, rates, and one pass of bounded memory. */
class PairingTest {

  private static final List<Frame> SOURCE = TestClips.source();
  private static final List<Frame> OUTPUT = TestClips.output();

  @Test
  void theShortestVideoEndsTheComparison() throws IOException {
    EvaluationOptions options = ALL.withMetrics(Metrics.named("flickering"));
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
        new Evaluator(ALL.withMetrics(Metrics.named("flickering")))
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
    EvaluationOptions options = ALL.withMetrics(Metrics.named("flickering"));
    Scores scores =
        new Evaluator(options)
            .evaluate(
                new DrawnSource(side, count), new DrawnSource(side, count), null, (n, of) -> {})
            .scores();
    assertEquals(count, scores.frames());
    assertEquals(1, value(scores, "flickering"));
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
    EvaluationOptions fitted = ALL.withMetrics(Metrics.named("psnr")).withResizing();
    List<Frame> large = TestClips.frames(8, t -> TestClips.grey(256, 192, 20, t));
    Scores scores = evaluate(fitted, large, large, small).scores();
    assertEquals(10 * Math.log10(255 * 255 / 100.0), value(scores, "psnr"), 1e-12);
    assertEquals(
        List.of("The reference was resized from 64x48 to the output's 256x192."),
        scores.warnings());
  }

  @Test
  void theSizeOfAVideoNobodyLooksAtDoesNotMatter() throws IOException {
    List<Frame> small = TestClips.frames(8, t -> TestClips.grey(64, 48, 10, t));
    EvaluationOptions options = ALL.withMetrics(Metrics.named("flickering"));
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
}
