package org.recyclegan.studies.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.recycle.Session;
import org.recyclegan.studies.TinyClips;
import org.recyclegan.studies.scoring.Evaluating;
import org.recyclegan.studies.scoring.EvaluationRequest;
import org.recyclegan.video.InputException;

/** Where the page of an evaluation may be written, and what it then shows. */
class EvaluationReportTest {

  @TempDir private Path folder;

  private void refused(boolean force, String found) throws InputException {
    EvaluationReport report = new EvaluationReport(folder);
    InputException refused = assertThrows(InputException.class, () -> report.check(force));
    assertTrue(String.valueOf(refused.getMessage()).contains(found), refused.getMessage());
  }

  private static Report titled(String title) {
    return new Report(
        title, /* running= */ false, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void anEmptyFolderAndAMissingOneAreFree() throws IOException {
    new EvaluationReport(folder).check(/* force= */ false);
    new EvaluationReport(folder.resolve("new")).check(/* force= */ false);
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("letter"), "mine");
    EvaluationReport report = new EvaluationReport(file);
    assertThrows(InputException.class, () -> report.check(/* force= */ true));
    assertEquals("mine", Files.readString(file));
  }

  /** A user who names the page means its folder. */
  @Test
  void thePageNamesItsFolder() throws IOException {
    Files.writeString(folder.resolve(ReportFolder.PAGE), "a page");
    EvaluationReport report = new EvaluationReport(folder.resolve(ReportFolder.PAGE));
    assertThrows(InputException.class, () -> report.check(/* force= */ false));
    report.check(/* force= */ true);
    assertThrows(InputException.class, () -> new EvaluationReport(folder.resolve("other.HTML")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare.json", "study.json"})
  void whatAnotherCommandPlannedIsNeverReplaced(String plan) throws IOException {
    Files.writeString(folder.resolve(plan), "{}");
    refused(/* force= */ true, plan);
  }

  @Test
  void theReportOfAnotherCommandIsNeverReplaced() throws IOException {
    new ReportFolder(folder).write(titled("Training of run"));
    refused(/* force= */ true, "Training of run");
  }

  @Test
  void anEvaluationIsReplacedWhereThatIsAskedFor() throws IOException {
    new ReportFolder(folder).write(titled("Evaluation of x.mp4"));
    refused(/* force= */ false, ReportFolder.PAGE);
    new EvaluationReport(folder).check(/* force= */ true);
  }

  @Test
  void thePageHasTheInputsAndTheScores() throws IOException {
    Path source = TinyClips.shades(folder.resolve("grey.mkv"), 64, 64, 100, 100, 100);
    Path output = TinyClips.shades(folder.resolve("light.mkv"), 64, 64, 110, 110, 110);
    Evaluation found =
        Evaluating.run(
            Session.defaults(),
            new EvaluationRequest(output, source)
                .withReference(source)
                .withMetrics(Metrics.named("psnr")));
    Path place = folder.resolve("page");
    new EvaluationReport(place).write(Session.defaults(), found, output, source, source);
    Report report = new ReportFolder(place).read();
    assertEquals("Evaluation of light.mkv", report.title());
    Map<String, String> facts =
        report.facts().stream().collect(Collectors.toMap(Report.Fact::label, Report.Fact::value));
    assertTrue(facts.get("Output").contains("light.mkv"), facts.toString());
    assertTrue(facts.get("Truth").contains("grey.mkv"), facts.toString());
    assertEquals(1, report.scenes().size());
  }
}
