package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.eval.report.Curve;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.Scene;
import org.recyclegan.video.decode.VideoReader;

/** A study through the command line, tiny, with networks that learn next to nothing. */
class StudyTest {

  private static final int STEPS = 3;

  /** Done once without a pause: every test reads from it, none changes it. */
  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final Console console = new Console();

  @BeforeAll
  static void study() {
    StudyTest first = new StudyTest();
    assertEquals(ExitCode.OK, first.study(shared.resolve("straight")), first.console.told());
  }

  private int study(Path to, String... more) {
    String[] args = {
      "study",
      "lanterns",
      "--out",
      to.toString(),
      "--seeds",
      "1",
      "--steps",
      "" + STEPS,
      "--size",
      "32",
      "--clips",
      "1",
      "--test-clips",
      "2",
      "--frames",
      "12",
      "--device",
      "cpu"
    };
    return console.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  @Test
  void everyTrainingIsScoredAgainstTheTruth() throws IOException {
    JsonNode results = json(shared.resolve("straight/results.json"));
    assertEquals("recyclegan-study", results.path("schema").asText());
    assertEquals(1, results.path("version").asInt());
    assertEquals("lanterns", results.path("world").asText());
    List<String> methods = new ArrayList<>();
    for (JsonNode trial : results.path("trials")) {
      methods.add(trial.path("method").asText());
      assertEquals(STEPS, trial.path("steps").asInt());
      assertTrue(trial.path("seconds").asDouble() > 0, trial.toString());
      for (String name :
          List.of("psnr", "ssim", "warp_error_ratio", "correlation", "right_sign", "collapsed")) {
        assertTrue(trial.path("values").path(name).isNumber(), name + " in " + trial);
      }
      assertEquals(STEPS, trial.path("curve").size(), "a look after every step of three");
      assertTrue(trial.path("curve").path(0).path("values").path("correlation").isNumber());
    }
    assertEquals(List.of("recycle-gan", "cyclegan"), methods);
    JsonNode truth = results.path("references").path(1).path("values");
    assertTrue(truth.path("correlation").asDouble() > 0.9, truth.toString());
    assertEquals(0, truth.path("collapsed").asInt(-1));
    assertEquals(1, truth.path("ssim").asDouble(), 1e-9);
    assertEquals(
        truth.path("correlation_lamp_0_0").asDouble(),
        results.path("estimators").path(0).path("ceiling").path("lamp_0_0").asDouble(),
        1e-12);
  }

  @Test
  void whatItPromisesLiesInTheFolder() throws IOException {
    Path study = shared.resolve("straight");
    for (String name : List.of("contact.png", "side-by-side.mp4", "results.md", "report.html")) {
      assertTrue(Files.size(study.resolve(name)) > 0, name);
    }
    BufferedImage page = ImageIO.read(study.resolve("contact.jpg").toFile());
    assertEquals(7 * (2 * 32 + 4) + 4, page.getWidth());
    assertEquals(4 * (2 * 32 + 4) + 4, page.getHeight());
    Report report = new ReportFolder(study).read();
    assertEquals(2, report.scenes().size());
    for (Scene scene : report.scenes()) {
      assertEquals(
          List.of("source", "recycle-gan", "cyclegan", "truth"),
          scene.clips().stream().map(Scene.Clip::role).toList());
    }
    assertEquals(
        List.of("PSNR (dB)", "state: mean r", "state: variance kept"),
        report.curves().stream().map(Curve::chart).distinct().toList());
    assertTrue(
        Files.readString(study.resolve("results.md")).contains("| state: right sign |"),
        console.told());
    try (var video = VideoReader.open(study.resolve("side-by-side.mp4"))) {
      assertTrue(video.info().width() >= 4 * 192, video.info().toString());
    }
  }

  @Test
  void goesOnWhereItStoppedAndEndsAsIfNothingHadBeen() throws IOException {
    Path to = folder.resolve("study");
    // Stopped again and again, each time a little later, until it comes through.
    int times = 0;
    for (int patience = 40; ; patience += 40) {
      AtomicInteger asked = new AtomicInteger();
      int limit = patience;
      console.stopWhen(() -> asked.incrementAndGet() > limit);
      if (study(to) == ExitCode.OK) {
        break;
      }
      times++;
    }
    assertTrue(times >= 3, "stopped " + times + " times");
    JsonNode straight = json(shared.resolve("straight/results.json")).path("trials");
    JsonNode interrupted = json(to.resolve("results.json")).path("trials");
    for (int i = 0; i < 2; i++) {
      assertEquals(straight.path(i).path("values"), interrupted.path(i).path("values"));
    }
    assertArrayEquals(
        Files.readAllBytes(shared.resolve("straight/contact.png")),
        Files.readAllBytes(to.resolve("contact.png")));
  }

  @Test
  void nothingIsDoneTwice() {
    assertEquals(ExitCode.OK, study(shared.resolve("straight")), console.told());
    assertFalse(console.err().contains("training"), console.told());
    assertTrue(console.out().contains("recycle-gan - cyclegan"), console.told());
    assertEquals(ExitCode.OK, study(shared.resolve("straight"), "--json"), console.told());
    assertTrue(console.out().startsWith("{"), console.told());
    assertEquals(ExitCode.OK, study(shared.resolve("straight"), "--markdown"), console.told());
    assertTrue(console.out().startsWith("## lanterns"), console.told());
  }

  @Test
  void aKilledTrainingIsPickedUpFromItsRemains() throws IOException {
    Path to = folder.resolve("study");
    AtomicInteger asked = new AtomicInteger();
    // While the first training's second leg is under way.
    console.stopWhen(() -> asked.incrementAndGet() > 6 * 12 + 3);
    assertEquals(ExitCode.INTERRUPTED, study(to), console.told());
    Path trial = to.resolve("trials/recycle-gan-seed1");
    assertTrue(Files.exists(trial), console.told());
    // Killed between making the folder and making it a run.
    Path later = Files.createDirectories(to.resolve("trials/cyclegan-seed1/run"));
    Files.writeString(later.resolve("provenance.json"), "{");
    console.stopWhen(() -> false);
    assertEquals(ExitCode.OK, study(to), console.told());
  }

  @Test
  void anotherStudyIsRefusedWithBothValues() throws IOException {
    Path study = shared.resolve("straight");
    assertEquals(ExitCode.USAGE, study(study, "--learning-rate", "0.002"), console.told());
    assertTrue(
        console.err().matches("(?s).*optimisation.learning_rate .*0\\.001,.* 0\\.002.*"),
        console.told());
    assertEquals(ExitCode.USAGE, study(study, "--seed", "4"), console.told());
    assertTrue(console.err().matches("(?s).*seed .* 1,.* 4\\..*"), console.told());
    assertEquals(ExitCode.USAGE, study(study, "--methods", "cyclegan"), console.told());
    assertTrue(console.err().contains("methods changed"), console.told());
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertEquals(ExitCode.USAGE, study(folder), console.told());
    assertTrue(console.err().contains("--out " + folder), console.told());
  }

  @Test
  void whatCannotBeStudiedIsExplained() {
    Path to = folder.resolve("x");
    assertEquals(ExitCode.USAGE, console.run("study", "oceans", "--out", to.toString()));
    assertTrue(console.err().contains("flowers, clouds"), console.told());
    assertEquals(ExitCode.USAGE, study(to, "--method", "cyclegan"));
    assertTrue(console.err().contains("--methods"), console.told());
    assertEquals(ExitCode.USAGE, study(to, "--methods", "cyclegan,cyclegan"));
    assertTrue(console.err().contains("different methods"), console.told());
    assertEquals(ExitCode.USAGE, study(to, "--json", "--markdown"));
    assertFalse(Files.exists(to));
  }
}
