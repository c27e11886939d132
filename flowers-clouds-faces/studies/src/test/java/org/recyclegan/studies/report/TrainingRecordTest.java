package org.recyclegan.studies.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.TrainingCurve;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;

final class TrainingRecordTest {

  @TempDir private Path run;

  @Test
  void aRunThatHasJustBegunIsEmpty() throws IOException {
    TrainingCurve training = new TrainingRecord(run).read("m", run, "x");
    assertEquals(List.of(), training.points());
    assertEquals(List.of(), training.sheets());
  }

  @Test
  void aLineCutShortByACrashIsLeftOut() throws IOException {
    Files.writeString(
        run.resolve("stats.jsonl"),
        """
        {"step":50,"seconds":1.5,"learningRate":5.0E-4,"losses":{"cycle_a":2.5,"cycle_b":1}}
        {"step":100,"losses":{"cycle_a":
        """);
    assertEquals(
        List.of(new TrainingCurve.Point(50, Map.of("cycle_a", 2.5, "cycle_b", 1.0))),
        new TrainingRecord(run).read("m", run, "x").points());
  }

  @Test
  void linesOfHeldOutErrorsAreNotPointsOfTheCurves() throws IOException {
    Files.writeString(
        run.resolve("stats.jsonl"),
        """
        {"step":50,"losses":{"cycle_a":2.5}}
        {"step":50,"heldOut":{"cycle_a":0.3},"heldOutScore":0.3}
        {"step":100,"losses":{"cycle_a":2}}
        """);
    TrainingCurve training = new TrainingRecord(run).read("m", run, "x");
    assertEquals(
        List.of(50L, 100L), training.points().stream().map(TrainingCurve.Point::step).toList());
    assertEquals(List.of(new TrainingCurve.Point(50, Map.of("cycle_a", 0.3))), training.heldOut());
  }

  @Test
  void ofManySheetsTwelveAreShownTheLastAmongThem() throws IOException {
    Path samples = Files.createDirectories(run.resolve("samples"));
    for (int step = 100; step <= 3000; step += 100) {
      Files.writeString(
          samples.resolve(String.format(Locale.ROOT, "step-%06d.png", step)), "picture " + step);
    }
    Files.writeString(samples.resolve("diary.png"), "mine");
    List<TrainingCurve.Sheet> sheets = new TrainingRecord(run).read("m", run, "x").sheets();
    assertEquals(12, sheets.size());
    assertEquals(3000, sheets.get(11).step());
    for (int i = 1; i < sheets.size(); i++) {
      long gap = sheets.get(i).step() - sheets.get(i - 1).step();
      assertTrue(gap == 200 || gap == 300, "evenly spread: " + sheets);
    }
    assertEquals("picture 3000", Files.readString(run.resolve(sheets.get(11).picture())));
  }

  @Test
  void aReportThatCannotBeWrittenIsSaidOnceAndNoMore() throws IOException {
    // A folder in the page's place, which no file can replace.
    Files.createDirectories(run.resolve(ReportFolder.PAGE).resolve("full"));
    List<String> warnings = new ArrayList<>();
    LiveReport report =
        new LiveReport(
            run,
            new Listener() {
              @Override
              public void warning(String text) {
                warnings.add(text);
              }
            });
    report.progress(new Progress("step", 1, Progress.UNKNOWN, 0.5, 1, Map.of()));
    report.finish();
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).startsWith("The report could not be written"), warnings.toString());
  }
}
