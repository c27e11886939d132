package org.recyclegan.studies.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.recycle.Session;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.studies.TinyClips;
import org.recyclegan.video.InputException;

/** The service on grey frames, whose scores are solved by hand. */
class EvaluatingTest {

  private static final int FRAMES = 5;
  private static final int SIDE = 64;

  @TempDir private Path folder;

  private Path grey;
  private Path brighter;

  @BeforeEach
  void draw() throws IOException {
    grey = TinyClips.shades(folder.resolve("grey.mkv"), SIDE, SIDE, 100, 100, 100, 100, 100);
    brighter = TinyClips.shades(folder.resolve("bright.mkv"), SIDE, SIDE, 110, 110, 110, 110, 110);
  }

  private static EvaluationRequest request(Path output, Path source, String... metrics) {
    return new EvaluationRequest(output, source).withMetrics(Metrics.named(metrics));
  }

  private static MetricResult metric(Evaluation evaluation, String name) {
    return evaluation.scores().find(name).orElseThrow();
  }

  /** 10 of 255 everywhere: PSNR is 20 log10(25.5). */
  @Test
  void aReferenceThatIsBrighterGivesItsPsnr() throws IOException {
    Evaluation found =
        Evaluating.run(
            Session.defaults(), request(grey, grey, "psnr", "ssim").withReference(brighter));
    assertEquals(FRAMES, found.scores().frames());
    assertEquals(20 * Math.log10(25.5), metric(found, "psnr").value().orElseThrow(), 1e-6);
    double luminance = metric(found, "ssim").value().orElseThrow();
    assertTrue(luminance > 0.99 && luminance < 1, "" + luminance);
    assertEquals(FRAMES, found.series().get(0).values().length());
  }

  @Test
  void theTruthItselfIsEqual() throws IOException {
    Evaluation found =
        Evaluating.run(Session.defaults(), request(grey, brighter, "ssim").withReference(grey));
    assertEquals(1, metric(found, "ssim").value().orElseThrow(), 1e-9);
  }

  @Test
  void withoutAReferenceItIsSaidWhatIsMissing() throws IOException {
    Evaluation found = Evaluating.run(Session.defaults(), request(grey, grey, "ssim"));
    MetricResult ssim = metric(found, "ssim");
    assertFalse(ssim.value().isPresent());
    assertTrue(ssim.notApplicable().orElseThrow().contains("reference"), ssim.toString());
  }

  @Test
  void onlyWhatIsAskedForIsMeasured() throws IOException {
    Evaluation found = Evaluating.run(Session.defaults(), request(grey, grey, "flickering"));
    assertEquals(
        List.of("flickering"), found.scores().metrics().stream().map(MetricResult::name).toList());
  }

  @Test
  void aMetricThatNeedsANetworkSaysSo() throws IOException {
    MetricResult fid =
        metric(Evaluating.run(Session.defaults(), request(grey, grey, "fid")), "fid");
    assertFalse(fid.value().isPresent());
    assertFalse(fid.notApplicable().orElseThrow().contains("--"), fid.toString());
  }

  @Test
  void anotherSizeIsResizedAndSaid() throws IOException {
    Path small = TinyClips.shades(folder.resolve("small.mkv"), 32, 32, 100, 100, 100, 100, 100);
    Evaluation found =
        Evaluating.run(Session.defaults(), request(grey, small, "ssim").withReference(small));
    assertEquals(1, metric(found, "ssim").value().orElseThrow(), 1e-6);
    assertTrue(
        found.scores().warnings().stream().anyMatch(warning -> warning.contains("32")),
        found.scores().warnings().toString());
  }

  @Test
  void theListenerSeesEveryFrame() throws IOException {
    List<Progress> told = new ArrayList<>();
    Listener listener =
        new Listener() {
          @Override
          public void progress(Progress now) {
            told.add(now);
          }
        };
    Evaluating.run(
        Session.defaults().withListener(listener), request(grey, grey, "ssim").withReference(grey));
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), told.stream().map(Progress::done).toList());
    assertTrue(told.stream().allMatch(progress -> progress.stage().equals("frame")));
    assertTrue(told.get(FRAMES - 1).isLast());
    assertFalse(told.get(0).isLast());
  }

  @Test
  void aStopEndsItAtTheNextFrame() {
    List<Progress> told = new ArrayList<>();
    Session session =
        Session.defaults()
            .withStop(() -> told.size() == 2)
            .withListener(
                new Listener() {
                  @Override
                  public void progress(Progress now) {
                    told.add(now);
                  }
                });
    EvaluationRequest request = request(grey, grey, "ssim").withReference(grey);
    assertThrows(CancellationException.class, () -> Evaluating.run(session, request));
    assertEquals(2, told.size());
  }

  @Test
  void aVideoThatIsNotThereIsRefused() {
    Path nothing = folder.resolve("nothing.mkv");
    for (EvaluationRequest request :
        List.of(
            request(nothing, grey, "ssim"),
            request(grey, nothing, "ssim"),
            request(grey, grey, "ssim").withReference(nothing))) {
      InputException refused =
          assertThrows(InputException.class, () -> Evaluating.run(Session.defaults(), request));
      assertTrue(refused.getMessage().contains("nothing.mkv"), refused.getMessage());
    }
  }
}
