package org.recyclegan.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.eval.report.Finding;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.service.Listener;
import org.recyclegan.studies.trials.TestClips;
import org.recyclegan.studies.trials.Trial;
import org.recyclegan.video.InputException;

/** The service, with networks that learn nothing, on a paired test clip. */
class ComparisonTest {

  private static final int STEPS = 3;
  private static final List<Trial> TRIALS =
      List.of(new Trial(Method.RECYCLE_GAN, 1), new Trial(Method.CYCLEGAN, 1));

  @TempDir private static Path shared;
  private static Comparison.Outcome straight;

  @TempDir private Path folder;

  private final List<String> said = new ArrayList<>();

  @BeforeAll
  static void compare() throws IOException {
    TinyClips.draw(shared.resolve("clips"));
    straight = Comparison.run(TinyClips.session(), request(shared.resolve("straight"), 1));
  }

  private static Path clip(String name) {
    return shared.resolve("clips").resolve(name + ".mp4");
  }

  private static ComparisonRequest request(Path out, long seed) {
    return new ComparisonRequest(
        List.of(clip("a-000")),
        List.of(clip("b-000")),
        new TestClips(List.of(clip("test-a-000")), List.of(clip("test-b-000")), true),
        out,
        TinyClips.config(STEPS).withSeed(seed),
        TRIALS,
        null);
  }

  private Session listening() {
    said.clear();
    return TinyClips.session()
        .withListener(
            new Listener() {
              @Override
              public void message(String text) {
                said.add(text);
              }
            });
  }

  @Test
  void everyMetricOfBothDirectionsHasItsFinding() throws IOException {
    List<Finding> findings = straight.findings();
    for (Direction direction : Direction.values()) {
      List<String> metrics =
          findings.stream()
              .filter(finding -> finding.group().equals(direction.toString()))
              .map(Finding::metric)
              .toList();
      assertTrue(metrics.containsAll(List.of("psnr", "ssim", "warp_error")), metrics.toString());
    }
    for (Finding finding : findings) {
      assertEquals(2, finding.means().size());
      assertFalse(finding.different(), "one clip of a few frames shows nothing: " + finding);
    }
    assertTrue(Files.exists(straight.page()));
    assertEquals(findings, new ReportFolder(shared.resolve("straight")).read().findings());
  }

  @Test
  void whatWasStoppedGoesOnToTheSameFindings() throws IOException {
    Path out = folder.resolve("stopped");
    Path first = out.resolve("runs").resolve(TRIALS.get(0).name() + ".json");
    Session session = listening().withStop(() -> Files.exists(first));
    assertThrows(CancellationException.class, () -> Comparison.run(session, request(out, 1)));
    assertTrue(said.contains("training recycle-gan-seed1"), said.toString());
    assertFalse(Files.exists(out.resolve("report.html")));

    assertEquals(straight.findings(), Comparison.run(listening(), request(out, 1)).findings());
    assertFalse(said.contains("training recycle-gan-seed1"), said.toString());
    assertTrue(said.contains("training cyclegan-seed1"), said.toString());

    assertEquals(straight.findings(), Comparison.run(listening(), request(out, 1)).findings());
    assertEquals(List.of("going on with " + out), said);
  }

  @Test
  void anotherRequestInItsFolderIsRefused() {
    Path out = shared.resolve("straight");
    InputException refused =
        assertThrows(
            InputException.class, () -> Comparison.run(TinyClips.session(), request(out, 2)));
    assertFalse(refused.getMessage().contains("--"), refused.getMessage());
  }

  @Test
  void aTrainingClipIsNotMeasuredOn() {
    ComparisonRequest good = request(folder.resolve("x"), 1);
    ComparisonRequest bad =
        new ComparisonRequest(
            good.a(),
            good.b(),
            new TestClips(List.of(clip("b-000")), List.of(), false),
            good.out(),
            good.shared(),
            good.trials(),
            null);
    assertThrows(InputException.class, () -> Comparison.run(TinyClips.session(), bad));
    assertFalse(Files.exists(good.out()));
  }
}
