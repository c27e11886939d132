package org.recyclegan.studies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.report.Curve;
import org.recyclegan.eval.report.Finding;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.Scene;
import org.recyclegan.eval.report.SceneMaker;
import org.recyclegan.eval.report.TrainingCurve;
import org.recyclegan.studies.measure.Difference;
import org.recyclegan.studies.measure.Measure;
import org.recyclegan.studies.measure.StudyResults;
import org.recyclegan.studies.measure.StudyTable;
import org.recyclegan.studies.measure.TrialScores;
import org.recyclegan.studies.report.TrainingRecord;
import org.recyclegan.studies.trials.Examination;
import org.recyclegan.studies.trials.StudyRequest;
import org.recyclegan.studies.trials.StudyTrial;
import org.recyclegan.studies.trials.Trial;

/** The page that shows a study. */
final class StudyReport {

  private final BooleanSupplier stop;
  private final StudyRequest setup;
  private final List<Examination> examinations;
  private final StudyResults results;
  private final StudyTable table;

  /**
   * Prepares to write the page.
   *
   * @param stop asked while videos are copied
   */
  StudyReport(
      BooleanSupplier stop,
      StudyRequest setup,
      List<Examination> examinations,
      StudyResults results) {
    this.stop = stop;
    this.setup = setup;
    this.examinations = examinations;
    this.results = results;
    this.table = new StudyTable(results);
  }

  /**
   * Writes the page.
   *
   * @throws CancellationException if it is stopped
   */
  void write() throws IOException {
    Report report =
        new Report(
            "Study of " + results.world() + ": " + String.join(", ", results.methods()),
            /* running= */ false,
            facts(),
            notes(),
            findings(),
            scenes(),
            trainings(),
            curves());
    new ReportFolder(setup.out()).write(report);
  }

  private List<Report.Fact> facts() {
    List<Report.Fact> facts = new ArrayList<>();
    table.facts().forEach((label, value) -> facts.add(new Report.Fact(label, value)));
    setup
        .configs()
        .forEach(
            (method, config) -> facts.add(new Report.Fact(method.toString(), config.toString())));
    return facts;
  }

  private List<String> notes() {
    return List.of(
        "Intervals are of 95 % over the seeds, that is over trainings on one set of clips."
            + " Differences are taken seed by seed.",
        "Videos are of the first seed. Nothing was chosen by its score.",
        "An output counts as collapsed where the state read off it keeps less than a tenth of the"
            + " variance that is read off the truth.",
        "The columns of a copy of the source and of the truth are in results.md.");
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Difference difference : table.compared()) {
      Measure measure = Measure.of(difference.measure());
      findings.add(
          new Finding(
              measure.label(),
              difference.first() + " - " + difference.second(),
              measure.direction().word(),
              results.methods().stream()
                  .map(method -> new Report.Fact(method, table.cell(measure, method)))
                  .toList(),
              StudyTable.difference(difference),
              StudyTable.verdict(difference),
              difference.different()));
    }
    return findings;
  }

  private List<Scene> scenes() throws IOException {
    List<Scene> scenes = new ArrayList<>();
    for (Examination examination : examinations) {
      for (int clip = 0; clip < examination.clips().size(); clip++) {
        scenes.add(scene("scene-" + scenes.size(), examination, clip));
      }
    }
    return scenes;
  }

  private Scene scene(String stem, Examination examination, int clip) throws IOException {
    Map<String, Evaluation> evaluations = new LinkedHashMap<>();
    for (Trial trial : setup.trials()) {
      if (trial.seed() == setup.firstSeed()) {
        evaluations.put(
            trial.method().toString(),
            StudyTrial.evaluation(setup, trial, examination, clip).read());
      }
    }
    List<SceneMaker.Exhibit> exhibits =
        StudyPictures.exhibits(setup, examination, clip).stream()
            .map(e -> new SceneMaker.Exhibit(e.role(), e.video(), e.synthetic()))
            .toList();
    String title = examination.direction() + ": held-out clip " + (clip + 1);
    return new SceneMaker(setup.out(), stop).make(stem, title, exhibits, evaluations);
  }

  private List<TrainingCurve> trainings() throws IOException {
    List<TrainingCurve> trainings = new ArrayList<>();
    for (Trial trial : setup.trials()) {
      if (trial.seed() == setup.firstSeed()) {
        trainings.add(
            new TrainingRecord(setup.trial(trial).resolve("run"))
                .read(trial.method().toString(), setup.out(), trial.name()));
      }
    }
    return trainings;
  }

  private List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    for (TrialScores trial : results.trials()) {
      Map<String, List<Curve.Point>> byMeasure = new LinkedHashMap<>();
      for (TrialScores.CurvePoint point : trial.curve()) {
        point
            .values()
            .forEach(
                (name, value) ->
                    byMeasure
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(new Curve.Point(point.step(), value)));
      }
      byMeasure.forEach(
          (name, points) ->
              curves.add(
                  new Curve(
                      Measure.of(name).label(),
                      trial.method(),
                      trial.method() + ", seed " + trial.seed(),
                      points)));
    }
    return curves;
  }
}
