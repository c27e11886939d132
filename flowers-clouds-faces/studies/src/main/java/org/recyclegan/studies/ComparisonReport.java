package org.recyclegan.studies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.report.Finding;
import org.recyclegan.eval.report.Report;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.Scene;
import org.recyclegan.eval.report.SceneMaker;
import org.recyclegan.eval.report.TrainingCurve;
import org.recyclegan.eval.report.Verdicts;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.service.Progress;
import org.recyclegan.studies.report.RunFacts;
import org.recyclegan.studies.report.TrainingRecord;
import org.recyclegan.studies.trials.HeldOut;
import org.recyclegan.studies.trials.Trial;

/** The page that shows a comparison. */
final class ComparisonReport {

  private final Session session;
  private final ComparisonRequest request;
  private final Map<Trial, Comparison.Cost> costs;
  private final List<Measured> measured = new ArrayList<>();

  /**
   * A held-out part as one contestant shows it.
   *
   * @param method a trial's, or {@link Comparison#RETIME}
   * @param seed of the trial; the first one of the comparison for what needs none
   * @param part the source, and the truth where it is known
   * @param translated the output
   */
  record Measured(
      String method,
      long seed,
      Direction direction,
      HeldOut.Part part,
      Path translated,
      Evaluation evaluation) {}

  ComparisonReport(Session session, ComparisonRequest request, Map<Trial, Comparison.Cost> costs) {
    this.session = session;
    this.request = request;
    this.costs = costs;
  }

  void add(Measured found) {
    measured.add(found);
  }

  /** Writes the page. */
  Comparison.Outcome write() throws IOException {
    List<Finding> findings = findings();
    Report report =
        new Report(
            "Comparison of "
                + methods().stream().map(Method::toString).collect(Collectors.joining(" and ")),
            /* running= */ false,
            facts(),
            notes(),
            findings,
            scenes(),
            trainings());
    return new Comparison.Outcome(new ReportFolder(request.out()).write(report), findings);
  }

  private List<Method> methods() {
    return request.trials().stream().map(Trial::method).distinct().toList();
  }

  private long firstSeed() {
    return request.trials().get(0).seed();
  }

  private List<Report.Fact> facts() throws IOException {
    // That of the first training, which also knows the engine.
    Provenance first = RunDirectory.open(request.run(request.trials().get(0))).provenance();
    RunFacts facts = RunFacts.of(first);
    facts.addInputs("Input A", first.inputsA());
    facts.addInputs("Input B", first.inputsB());
    for (Path clip : request.tests().a()) {
      facts.addInput("Test clip A", clip);
    }
    for (Path clip : request.tests().b()) {
      facts.addInput("Test clip B", clip);
    }
    costs.forEach(
        (trial, cost) ->
            facts.add(
                "Cost of " + trial.name(),
                cost.steps()
                    + " steps in "
                    + Progress.duration(cost.seconds())
                    + String.format(
                        Locale.ROOT, " (%.3f s a step)", cost.seconds() / cost.steps())));
    facts.addConfig(request.shared());
    methods().stream()
        .skip(1)
        .forEach(method -> facts.addRecord(method + ": loss weights", method.weights()));
    facts.add("Cost of " + Comparison.RETIME, "no training and no network");
    return facts.list();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "All methods saw the same videos, at the same size, with the same networks, split, seeds"
            + " and budget. Shown and measured is what none was trained on: the end of each clip,"
            + " or test clips where there are any.");
    notes.add(
        Comparison.RETIME
            + " shows frames of the other side's videos that move as the source does, without any"
            + " network. What does not do better than that has learnt nothing of use.");
    if (request.trials().size() > methods().size()) {
      notes.add("Videos and tables are of the first seed; differences are of the mean over seeds.");
    }
    measured.stream()
        .flatMap(found -> found.evaluation().scores().warnings().stream())
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    String first = methods().get(0).toString();
    List<String> others = new ArrayList<>();
    methods().stream().skip(1).map(Method::toString).forEach(others::add);
    others.add(Comparison.RETIME);
    for (Direction direction : Direction.values()) {
      for (String other : others) {
        Verdicts verdicts =
            new Verdicts(direction.toString(), side(first, direction), side(other, direction));
        for (Metric metric : Metrics.ALL) {
          verdicts.of(metric).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private Verdicts.Side side(String method, Direction direction) {
    Map<Path, List<Evaluation>> byClip = new LinkedHashMap<>();
    for (Measured found : measured) {
      if (found.method().equals(method) && found.direction() == direction) {
        byClip
            .computeIfAbsent(found.part().video(), clip -> new ArrayList<>())
            .add(found.evaluation());
      }
    }
    return new Verdicts.Side(method, List.copyOf(byClip.values()));
  }

  private List<Scene> scenes() throws IOException {
    Map<Path, List<Measured>> byClip = new LinkedHashMap<>();
    for (Measured found : measured) {
      if (found.seed() == firstSeed()) {
        byClip.computeIfAbsent(found.part().video(), clip -> new ArrayList<>()).add(found);
      }
    }
    List<Scene> scenes = new ArrayList<>();
    for (List<Measured> clip : byClip.values()) {
      scenes.add(scene("scene-" + scenes.size(), clip));
    }
    return scenes;
  }

  private Scene scene(String stem, List<Measured> clip) throws IOException {
    Measured any = clip.get(0);
    List<SceneMaker.Exhibit> exhibits = new ArrayList<>();
    exhibits.add(new SceneMaker.Exhibit("source", any.part().video(), false));
    Map<String, Evaluation> evaluations = new LinkedHashMap<>();
    for (Measured found : clip) {
      exhibits.add(new SceneMaker.Exhibit(found.method(), found.translated(), true));
      evaluations.put(found.method(), found.evaluation());
    }
    @Nullable Path truth = any.part().truth();
    if (truth != null) {
      exhibits.add(new SceneMaker.Exhibit("truth", truth, false));
    }
    String title = any.direction() + ": " + any.part().title();
    return new SceneMaker(request.out(), session.reader(), session.stop())
        .make(stem, title, exhibits, evaluations);
  }

  private List<TrainingCurve> trainings() throws IOException {
    List<TrainingCurve> trainings = new ArrayList<>();
    for (Trial trial : request.trials()) {
      if (trial.seed() == firstSeed()) {
        trainings.add(
            new TrainingRecord(request.run(trial))
                .read(trial.method().toString(), request.out(), trial.name()));
      }
    }
    return trainings;
  }
}
