package org.recyclegan.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadLimits;

final class ReportFolderTest {

  @TempDir private Path folder;

  private static Report report() {
    Scene scene =
        new Scene(
            "x",
            25,
            3,
            List.of(),
            List.of(
                new Scene.Row(
                    "psnr",
                    "dB",
                    "higher",
                    "p",
                    List.of(
                        new Scene.Cell("m", 31.25, 30.0, 32.0, "blocks", null, 3),
                        new Scene.Cell("n", null, null, null, null, "no <reason>", 0)))),
            List.of(new Scene.Curve("psnr", "m", 0, Arrays.asList(1.5, null, 0.1))));
    return new Report(
        "<title>",
        true,
        List.of(new Report.Fact("a", "b")),
        List.of(),
        List.of(),
        List.of(scene),
        List.of());
  }

  @Test
  void theDataReadBackAsTheyWere() throws IOException {
    ReportFolder reports = new ReportFolder(folder.resolve("new"));
    Report report =
        new Report(
            "t",
            false,
            report().facts(),
            List.of("n"),
            List.of(),
            List.of(),
            List.of(new TrainingCurve("m", List.of(), List.of(), List.of())),
            List.of(new Curve("mean <r>", "m", "m, seed 1", List.of(new Curve.Point(5, 0.5)))));
    Path page = reports.write(report);
    assertEquals(report, reports.read());
    String html = Files.readString(page);
    assertTrue(html.contains("id=\"curves\""), "a place for the curves");
    assertTrue(html.contains("mean \\u003cr\\u003e"), "their data, escaped");
  }

  @Test
  void anythingElseIsRefused() throws IOException {
    for (String text :
        List.of(
            "{",
            "[".repeat(ReadLimits.JSON_DEPTH + 1),
            "{\"schema\": \"other\"}",
            "{\"schema\": \"recyclegan-report\", \"version\": 9}")) {
      Files.writeString(folder.resolve("report.json"), text);
      InputException refusal =
          assertThrows(InputException.class, () -> new ReportFolder(folder).read(), text);
      assertTrue(refusal.getMessage().contains("report.json"), refusal.getMessage());
    }
  }

  @Test
  void noTextCanEndTheScriptElement() throws IOException {
    Report hostile =
        new Report(
            "x",
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new TrainingCurve(
                    "</script><script>alert(1)</script>", List.of(), List.of(), List.of())));
    String data = new Page(hostile, folder).data();
    assertFalse(data.contains("<"), data);
    assertTrue(data.contains("\\u003c/script\\u003e"), data);
  }

  @Test
  void thePageAsksForNothingFromTheNetwork() throws IOException {
    Files.createDirectories(folder);
    new ReportFolder(folder)
        .write(new Report("x", true, List.of(), List.of(), List.of(), List.of(), List.of()));
    String html = Files.readString(folder.resolve("report.html"));
    assertTrue(
        html.contains("default-src &#39;none&#39;") || html.contains("default-src 'none'"),
        html.substring(0, 600));
    assertTrue(html.contains("http-equiv=\"refresh\""));
    assertFalse(html.matches("(?s).*(src|href)=\"https?:.*"));
  }

  @ParameterizedTest
  @CsvSource({
    "uPlot.iife.min.js, 19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
    "uPlot.min.css, df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
    "uPlot-LICENSE.txt, 8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd"
  })
  void whatIsFromElsewhereIsUnchanged(String name, String sha256) throws IOException {
    try (InputStream in = ReportFolder.class.getResourceAsStream(name)) {
      assertEquals(sha256, Hashing.sha256().hashBytes(in.readAllBytes()).toString());
    }
  }
}
