package org.recyclegan.studies.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.Scene;
import org.recyclegan.eval.report.SceneMaker;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.run.OutputGuard;
import org.recyclegan.video.InputException;

/** The page that shows one evaluation. */
public final class EvaluationReport {

  private static final String METHOD = "output";
  private static final String OPTION = "`report`";
  private static final String TITLE = "Evaluation of ";

  /** Names of the files that say what a comparison or a study is to do. */
  private static final List<String> PLANS = List.of("compare.json", "study.json");

  private final Path folder;

  /**
   * Names the place.
   *
   * @param place a folder, or the page in it
   * @throws InputException if the page would have another name than the one it always has
   */
  public EvaluationReport(Path place) throws InputException {
    String name = String.valueOf(place.getFileName());
    if (name.equals(ReportFolder.PAGE)) {
      Path parent = place.getParent();
      folder = parent == null ? Path.of("") : parent;
    } else if (name.toLowerCase(Locale.ROOT).endsWith(".html")) {
      throw new InputException(
          OPTION + " " + place,
          "a folder, or a file named " + ReportFolder.PAGE,
          "a page of another name",
          "Name the folder: the page has its data beside it.");
    } else {
      folder = place;
    }
  }

  /**
   * Makes sure, before the work begins, that there is a place.
   *
   * @throws InputException if there is a report already and it may not be replaced, or one of
   *     another kind, which never is, or a file in the folder's place
   * @throws IOException if what is there cannot be read
   */
  public void check(boolean force) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException(
          OPTION + " " + folder, "a folder", "a file of that name", "Choose another folder.");
    }
    for (String plan : PLANS) {
      if (Files.exists(folder.resolve(plan))) {
        throw ofAnother("the folder of a comparison or a study, by its " + plan);
      }
    }
    if (Files.isRegularFile(folder.resolve(ReportFolder.DATA))) {
      requireEvaluation();
    }
    Path page = folder.resolve(ReportFolder.PAGE);
    if (Files.exists(page) && !force) {
      throw new InputException(
          OPTION + " " + folder,
          "a folder without a report",
          page.toString(),
          "Give another folder, or `force` to replace the report.");
    }
  }

  private void requireEvaluation() throws IOException {
    String title;
    try {
      title = new ReportFolder(folder).read().title();
    } catch (InputException e) {
      // Damaged or of another version: whether it may be replaced is for the user to say.
      return;
    }
    if (!title.startsWith(TITLE)) {
      throw ofAnother(title);
    }
  }

  private InputException ofAnother(String found) {
    return new InputException(
        OPTION + " " + folder + ": the report of another command",
        "a folder without a report, or with one of an evaluation",
        found,
        "Give another folder; what another command has made is never replaced.");
  }

  /** Declares what will be written: the page, its data, and the folder of its videos. */
  public void declare(OutputGuard guard) {
    guard.writes(OPTION, folder.resolve(ReportFolder.PAGE));
    guard.writes(OPTION, folder.resolve(ReportFolder.DATA));
    guard.writesInto(OPTION, folder.resolve(ReportFolder.FILES));
  }

  /** Copies the videos and writes the page; returns where it is. */
  public Path write(
      Session session, Evaluation evaluation, Path output, Path source, @Nullable Path reference)
      throws IOException {
    RunFacts facts = RunFacts.of(session.program());
    List<SceneMaker.Exhibit> exhibits = new ArrayList<>();
    exhibits.add(new SceneMaker.Exhibit("source", source, false));
    exhibits.add(new SceneMaker.Exhibit(METHOD, output, true));
    facts.addInput("Output", output);
    facts.addInput("Source", source);
    if (reference != null) {
      exhibits.add(new SceneMaker.Exhibit("truth", reference, false));
      facts.addInput("Truth", reference);
    }
    evaluation.scores().settings().forEach(facts::add);
    Scene scene =
        new SceneMaker(folder, session.reader(), session.stop())
            .make(
                "scene",
                source.getFileName() + " and what was made of it",
                exhibits,
                Map.of(METHOD, evaluation));
    Report report =
        new Report(
            TITLE + output.getFileName(),
            /* running= */ false,
            facts.list(),
            evaluation.scores().warnings(),
            List.of(),
            List.of(scene),
            List.of());
    return new ReportFolder(folder).write(report);
  }
}
