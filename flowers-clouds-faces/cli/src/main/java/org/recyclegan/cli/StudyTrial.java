package org.recyclegan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.run.CheckpointFolder;
import org.recyclegan.studies.measure.TrialScores;

/** One training of a study, from its first step to its scores. */
final class StudyTrial {

  private final Surroundings surroundings;
  private final StudySetup setup;
  private final Contestant contestant;
  private final ComputeOptions compute;

  StudyTrial(
      Surroundings surroundings, StudySetup setup, Contestant contestant, ComputeOptions compute) {
    this.surroundings = surroundings;
    this.setup = setup;
    this.contestant = contestant;
    this.compute = compute;
  }

  /** Where the output of a held-out clip is. */
  static Path output(StudySetup setup, Contestant contestant, Examination examination, int clip) {
    String file = String.format(Locale.ROOT, "%s-%03d.mkv", examination.direction(), clip);
    return setup.trial(contestant).resolve(file);
  }

  /** Where its evaluation is. */
  static StoredEvaluation evaluation(
      StudySetup setup, Contestant contestant, Examination examination, int clip) {
    String file = String.format(Locale.ROOT, "%s-%03d.json", examination.direction(), clip);
    return new StoredEvaluation(setup.trial(contestant).resolve(file));
  }

  Path run() {
    return setup.trial(contestant).resolve("run");
  }

  /**
   * Does what is not done yet.
   *
   * @return the scores; empty if it was interrupted
   */
  Optional<TrialScores> scores(StudyClips clips, List<Examination> examinations)
      throws IOException {
    Path done = setup.trial(contestant).resolve("scores.json");
    if (Files.exists(done)) {
      tidy();
      return Optional.of(Json.read(done, TrialScores.class));
    }
    Optional<List<TrialScores.CurvePoint>> curve =
        new StudyTraining(
                surroundings,
                clips,
                examinations,
                compute,
                setup.config(contestant),
                setup.trial(contestant))
            .train();
    if (curve.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (Examination examination : examinations) {
      Optional<Map<String, Double>> found = examine(examination);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      values.putAll(found.get());
    }
    TrialScores.CurvePoint end = curve.get().get(curve.get().size() - 1);
    TrialScores scores =
        new TrialScores(
            contestant.method().toString(),
            contestant.seed(),
            end.step(),
            end.seconds(),
            values,
            curve.get());
    WholeFile.write(done, Json.text(scores).getBytes(StandardCharsets.UTF_8));
    tidy();
    return Optional.of(scores);
  }

  private Optional<Map<String, Double>> examine(Examination examination) throws IOException {
    // Equal budgets are compared, so it is the last checkpoint: the best one was trained for less.
    Path checkpoint = CheckpointFolder.locate(run(), "latest");
    List<Path> outputs = new ArrayList<>();
    List<StoredEvaluation> evaluations = new ArrayList<>();
    for (int i = 0; i < examination.clips().size(); i++) {
      Path output = output(setup, contestant, examination, i);
      if (!Files.exists(output)
          && !new Retargeting(
                  surroundings, compute, setup.config(contestant).optimisation().precision())
              .run(
                  checkpoint,
                  examination.direction(),
                  RetargetOptions.DEFAULTS,
                  examination.clips().get(i).source(),
                  output,
                  /* force= */ false)) {
        return Optional.empty();
      }
      outputs.add(output);
      evaluations.add(evaluation(setup, contestant, examination, i));
    }
    return examination.examine(outputs, evaluations);
  }

  /** Frees the disk of what nobody will ask for: decoded frames, all checkpoints but the last. */
  private void tidy() throws IOException {
    delete(run().resolve("frames"), "");
    Path latest = CheckpointFolder.locate(run(), "latest");
    delete(run().resolve("checkpoints"), String.valueOf(latest.getFileName()));
  }

  private static void delete(Path folder, String except) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!String.valueOf(file.getFileName()).equals(except)) {
          Files.delete(file);
        }
      }
    }
  }
}
