package org.recyclegan.studies.trials;

import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.scores.ScoresJson;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.Session;
import org.recyclegan.studies.scoring.Evaluating;
import org.recyclegan.studies.scoring.EvaluationRequest;

/** An evaluation in two files: the scores, as everywhere, and beside them the curves. */
public final class StoredEvaluation {

  private final Path scores;
  private final Path series;

  /**
   * Names the files.
   *
   * @param scores whose name ends with {@code .json}
   */
  public StoredEvaluation(Path scores) {
    this.scores = scores;
    String name = String.valueOf(scores.getFileName());
    this.series = scores.resolveSibling(name.replaceFirst("\\.json$", ".series.json"));
  }

  /** Curves as they are written. */
  record Curve(String name, int firstFrame, List<Double> values) {}

  /** Returns whether both files exist: the scores are written last. */
  public boolean exists() {
    return Files.exists(scores);
  }

  /**
   * Reads the stored evaluation, or evaluates and stores it.
   *
   * @throws CancellationException if it is stopped
   */
  public Evaluation readOrMake(Session session, EvaluationRequest request) throws IOException {
    if (exists()) {
      return read();
    }
    Evaluation found = Evaluating.run(session, request);
    write(found);
    return found;
  }

  public void write(Evaluation evaluation) throws IOException {
    Files.createDirectories(scores.toAbsolutePath().getParent());
    List<Curve> curves =
        evaluation.series().stream()
            .map(s -> new Curve(s.name(), s.firstFrame(), s.values().asList()))
            .toList();
    WholeFile.write(series, Json.RESULTS.text(curves).getBytes(StandardCharsets.UTF_8));
    ScoresJson.write(scores, evaluation.scores());
  }

  public Evaluation read() throws IOException {
    List<FrameSeries> curves =
        Arrays.stream(Json.RESULTS.read(series, Curve[].class))
            .map(
                c ->
                    new FrameSeries(
                        c.name(), c.firstFrame(), ImmutableDoubleArray.copyOf(c.values())))
            .toList();
    return new Evaluation(ScoresJson.read(scores), curves);
  }
}
