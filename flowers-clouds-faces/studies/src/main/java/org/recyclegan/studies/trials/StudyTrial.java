package org.recyclegan.studies.trials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.run.CheckpointFolder;
import org.recyclegan.studies.measure.TrialScores;

/** One training of a study, from its first step to its scores. */
public final class StudyTrial {

  private final Session session;
  private final StudyRequest setup;
  private final Trial trial;

  public StudyTrial(Session session, StudyRequest setup, Trial trial) {
    this.session = session;
    this.setup = setup;
    this.trial = trial;
  }

  /** Where the output of a held-out clip is. */
  public static Path output(StudyRequest setup, Trial trial, Examination examination, int clip) {
    String file = String.format(Locale.ROOT, "%s-%03d.mkv", examination.direction(), clip);
    return setup.trial(trial).resolve(file);
  }

  /** Where its evaluation is. */
  public static StoredEvaluation evaluation(
      StudyRequest setup, Trial trial, Examination examination, int clip) {
    String file = String.format(Locale.ROOT, "%s-%03d.json", examination.direction(), clip);
    return new StoredEvaluation(setup.trial(trial).resolve(file));
  }

  public Path run() {
    return setup.trial(trial).resolve("run");
  }

  /**
   * Completes the missing parts.
   *
   * @throws CancellationException if it is stopped
   */
  public TrialScores scores(StudyClips clips, List<Examination> examinations) throws IOException {
    Path done = setup.trial(trial).resolve("scores.json");
    if (Files.exists(done)) {
      tidy();
      return Json.RESULTS.read(done, TrialScores.class);
    }
    List<TrialScores.CurvePoint> curve =
        new StudyTraining(session, clips, examinations, setup.config(trial), setup.trial(trial))
            .train();
    Map<String, Double> values = new LinkedHashMap<>();
    for (Examination examination : examinations) {
      values.putAll(examine(examination));
    }
    TrialScores.CurvePoint end = curve.get(curve.size() - 1);
    TrialScores scores =
        new TrialScores(
            trial.method().toString(), trial.seed(), end.step(), end.seconds(), values, curve);
    WholeFile.write(done, Json.RESULTS.text(scores).getBytes(StandardCharsets.UTF_8));
    tidy();
    return scores;
  }

  private Map<String, Double> examine(Examination examination) throws IOException {
    List<Path> outputs = new ArrayList<>();
    List<StoredEvaluation> evaluations = new ArrayList<>();
    for (int i = 0; i < examination.clips().size(); i++) {
      outputs.add(output(setup, trial, examination, i));
      evaluations.add(evaluation(setup, trial, examination, i));
    }
    List<Path> sources = examination.clips().stream().map(StudyClips.HeldOutClip::source).toList();
    new TrialRun(run(), setup.config(trial))
        .translate(session, examination.direction(), sources, outputs);
    return examination.examine(outputs, evaluations);
  }

  /**
   * Deletes files that are no longer needed: decoded frames, and all checkpoints except the last.
   */
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
