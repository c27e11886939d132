package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.Scene;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.eval.scores.ScoresJson;

/** The evaluation through the command line, on drawn videos. */
class EvaluateTest {

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final Console console = new Console();

  @BeforeAll
  static void draw() {
    Console first = new Console();
    for (String size : List.of("64", "48")) {
      assertEquals(
          ExitCode.OK,
          first.run(
              "draw",
              "flowers",
              "--out",
              shared.resolve(size).toString(),
              "--size",
              size,
              "--frames",
              "12",
              "--clips",
              "1"),
          first.err());
    }
  }

  private static String clip(int size, String name) {
    return shared.resolve(Integer.toString(size)).resolve(name + ".mp4").toString();
  }

  private int evaluate(String... more) {
    String[] args = {"evaluate", clip(64, "test-b-000"), "--source", clip(64, "test-a-000")};
    return console.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  private List<String> line(String metric) {
    return console
        .out()
        .lines()
        .filter(line -> line.startsWith(metric + " "))
        .findFirst()
        .map(line -> List.of(line.split(" {2,}")))
        .orElseThrow(() -> new AssertionError(metric + " is missing in " + console.out()));
  }

  @Test
  void theTableHasNumbersReasonsAndDirections() {
    assertEquals(
        ExitCode.OK,
        evaluate("--reference", clip(64, "test-b-000"), "--metrics", "ssim,ms_ssim,tof_source"),
        console.told());
    // A video is its own truth.
    assertEquals(List.of("ssim", "1", "-", "higher", "12"), line("ssim"));
    assertTrue(line("ms_ssim").get(1).startsWith("not applicable: "), console.told());
    assertTrue(line("tof_source").get(1).matches("\\d+\\.\\d+ px"), console.told());
    assertEquals(List.of("lower", "11"), line("tof_source").subList(3, 5));
  }

  @Test
  void withoutTheTruthThatIsTheReason() {
    assertEquals(ExitCode.OK, evaluate(), console.told());
    assertTrue(line("psnr").get(1).contains("no reference"), console.told());
    assertEquals("lower", line("warp_error").get(3));
  }

  @Test
  void jsonAndCsvSayWhatTheTableSays() throws IOException {
    Path json = folder.resolve("scores.json");
    Path csv = folder.resolve("scores.csv");
    assertEquals(
        ExitCode.OK,
        evaluate("--metrics", "flickering", "--json", json.toString(), "--csv", csv.toString()),
        console.told());
    Scores scores = ScoresJson.read(json);
    double value = scores.find("flickering").orElseThrow().value().orElseThrow();
    assertEquals(Double.parseDouble(line("flickering").get(1)), value, 1e-4);
    assertTrue(Files.readString(csv).contains("flickering," + value + ","), Files.readString(csv));
  }

  @Test
  void theIntervalOfTheWarpingErrorCanBeSet() throws IOException {
    Path json = folder.resolve("interval.json");
    assertEquals(
        ExitCode.OK,
        evaluate(
            "--metrics", "warp_error_interval", "--warp-interval", "3", "--json", json.toString()),
        console.told());
    MetricResult result = ScoresJson.read(json).find("warp_error_interval").orElseThrow();
    assertEquals(9, result.frames());
    assertTrue(result.protocol().endsWith("k = 3"), result.protocol());
    assertEquals(ExitCode.USAGE, evaluate("--warp-interval", "0"), console.told());
    assertTrue(console.err().contains("--warp-interval"), console.err());
    assertTrue(console.err().contains("250"), console.err());
  }

  @Test
  void jsonOnStandardOutputIsNothingButJson() throws IOException {
    assertEquals(ExitCode.OK, evaluate("--metrics", "flickering", "--json", "-"), console.told());
    Path copy = Files.writeString(folder.resolve("copy.json"), console.out());
    assertEquals(12, ScoresJson.read(copy).frames());
  }

  @Test
  void aSourceOfAnotherSizeIsResizedAndThatIsSaid() {
    String[] args = {
      "evaluate",
      clip(64, "test-b-000"),
      "--source",
      clip(48, "test-a-000"),
      "--metrics",
      "tof_source"
    };
    assertEquals(ExitCode.OK, console.run(args), console.told());
    assertTrue(console.err().matches("(?s).*source.*48x48.*64x64.*"), console.told());
  }

  @Test
  void existingFilesSurviveWithoutForce() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.json"), "mine");
    assertEquals(ExitCode.USAGE, evaluate("--metrics", "flickering", "--json", mine.toString()));
    assertTrue(console.err().contains("--force"), console.told());
    assertEquals("mine", Files.readString(mine));
    assertEquals(
        ExitCode.OK,
        evaluate("--metrics", "flickering", "--json", mine.toString(), "--force"),
        console.told());
    assertEquals(12, ScoresJson.read(mine).frames());
  }

  @Test
  void whatCannotBeUsedIsNamed() {
    assertEquals(ExitCode.USAGE, evaluate("--metrics", "psrn"));
    assertTrue(console.err().contains("psnr?"), console.told());
    assertEquals(ExitCode.USAGE, evaluate("--reference", folder.resolve("no.mp4").toString()));
    assertTrue(console.err().contains("no.mp4"), console.told());
    assertEquals(ExitCode.USAGE, evaluate("--csv", folder.resolve("no/x.csv").toString()));
    assertTrue(console.err().contains("--csv"), console.told());
    assertEquals(ExitCode.USAGE, evaluate("--report", folder.resolve("x.html").toString()));
    assertTrue(console.err().contains(ReportFolder.PAGE), console.told());
    assertEquals(ExitCode.USAGE, console.run("evaluate", clip(64, "test-b-000")));
    assertTrue(console.err().contains("--source"), console.told());
  }

  @Test
  void anInterruptedEvaluationLeavesNothing() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    console.stopWhen(() -> asked.incrementAndGet() > 3);
    Path json = folder.resolve("x.json");
    assertEquals(ExitCode.INTERRUPTED, evaluate("--json", json.toString()), console.told());
    assertFalse(Files.exists(json));
    assertEquals("", console.out());
  }

  @Test
  void anInterruptedReportIsNotWritten() {
    AtomicInteger asked = new AtomicInteger();
    // Once for each of twelve frames that are scored, then for those that are copied.
    console.stopWhen(() -> asked.incrementAndGet() > 15);
    Path place = folder.resolve("report");
    assertEquals(
        ExitCode.INTERRUPTED,
        evaluate("--metrics", "flickering", "--report", place.toString()),
        console.told());
    assertTrue(console.err().contains("report"), console.told());
    assertFalse(Files.exists(place.resolve(ReportFolder.PAGE)));
  }

  @Test
  void theReportShowsEveryVideoAndIsKeptWithoutForce() throws IOException {
    Path place = folder.resolve("new/report");
    String[] args = {
      "--reference", clip(64, "test-b-000"), "--metrics", "psnr,warp_error", "--report", "" + place
    };
    assertEquals(ExitCode.OK, evaluate(args), console.told());
    Report report = new ReportFolder(place).read();
    assertEquals(
        List.of("source", "output", "truth"),
        report.scenes().get(0).clips().stream().map(Scene.Clip::role).toList());
    assertEquals(
        List.of("psnr", "warp_error"),
        report.scenes().get(0).rows().stream().map(Scene.Row::metric).toList());
    String page = Files.readString(place.resolve("report.html"));
    assertEquals(3, page.split("src=\"data:video/webm;base64,", -1).length - 1);
    assertTrue(page.contains("Synthetic video."), "the notice");
    assertTrue(page.contains(BuildInfo.load().version()), "the version");
    assertEquals(ExitCode.USAGE, evaluate(args));
    assertTrue(console.err().contains("--force"), console.told());
  }
}
