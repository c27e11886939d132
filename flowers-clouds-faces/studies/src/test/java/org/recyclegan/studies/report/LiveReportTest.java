package org.recyclegan.studies.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.service.Listener;
import org.recyclegan.service.Progress;
import org.recyclegan.studies.TinyClips;

class LiveReportTest {

  private static final Progress DECODING = Progress.of("decoding a.mp4, frame", 1, 9);
  private static final Progress STEP = new Progress("step", 1, 3, 1 / 3.0, 2, Map.of());

  @TempDir private Path folder;

  private final List<Object> told = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private LiveReport report(Path run) {
    return new LiveReport(
        run,
        new Listener() {
          @Override
          public void message(String text) {
            told.add(text);
          }

          @Override
          public void warning(String text) {
            warnings.add(text);
          }

          @Override
          public void progress(Progress now) {
            told.add(now);
          }
        });
  }

  private Path run() throws IOException {
    Path run = folder.resolve("run");
    try (RunDirectory directory = RunDirectory.create(run)) {
      directory.begin(
          TinyClips.config(3),
          Provenance.collect(Provenance.Program.LIBRARY, "an engine", 1, List.of(), List.of()));
    }
    return run;
  }

  @Test
  void everythingIsPassedOn() throws IOException {
    LiveReport report = report(run());
    report.message("hello");
    report.progress(DECODING);
    report.progress(STEP);
    report.warning("careful");
    assertEquals(List.of("hello", DECODING, STEP), told);
    assertEquals(List.of("careful"), warnings);
  }

  @Test
  void thePageBeginsWithTheFirstStepAndEndsWithTheLast() throws IOException {
    Path run = run();
    LiveReport report = report(run);
    report.progress(DECODING);
    assertFalse(Files.exists(run.resolve("report.html")));
    report.progress(STEP);
    Report running = new ReportFolder(run).read();
    assertTrue(running.running());
    assertEquals("Training of run", running.title());
    assertTrue(running.facts().contains(new Report.Fact("Engine", "an engine")));
    report.finish();
    assertFalse(new ReportFolder(run).read().running());
    assertEquals(List.of(), warnings);
  }

  /** Training goes on, and one warning is enough. */
  @Test
  void aPageThatCannotBeWrittenIsSaidOnce() {
    LiveReport report = report(folder.resolve("nothing"));
    report.progress(STEP);
    report.finish();
    assertEquals(1, warnings.size(), warnings.toString());
    assertEquals(List.of(STEP), told);
  }
}
