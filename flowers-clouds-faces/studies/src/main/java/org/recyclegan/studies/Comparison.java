package org.recyclegan.studies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.report.Finding;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.RetimeRequest;
import org.recyclegan.recycle.Retiming;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.FolderLock;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.TrainingInputs;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.studies.scoring.EvaluationRequest;
import org.recyclegan.studies.trials.ContentGuess;
import org.recyclegan.studies.trials.HeldOut;
import org.recyclegan.studies.trials.PlannedFolder;
import org.recyclegan.studies.trials.StoredEvaluation;
import org.recyclegan.studies.trials.Trial;
import org.recyclegan.studies.trials.TrialRun;
import org.recyclegan.video.InputException;

/**
 * Trains methods on the same data and measures them on unseen frames. Every finished part is a
 * file; parts that exist are not repeated.
 */
public final class Comparison {

  /** The contestant without a network: see {@link Retiming}. */
  static final String RETIME = "retime";

  /** What is to be done, in the folder. */
  public static final String PLAN = "compare.json";

  private final Session session;
  private final ComparisonRequest request;

  private Comparison(Session session, ComparisonRequest request) {
    this.session = session;
    this.request = request;
  }

  /**
   * The result of a comparison.
   *
   * @param page the report
   * @param findings a verdict for every metric and direction
   */
  public record Outcome(Path page, List<Finding> findings) {

    /** Copies the list. */
    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  /** Settings that must not change between an interruption and its continuation. */
  record Plan(
      String contestants,
      String config,
      Map<String, String> inputsA,
      Map<String, String> inputsB,
      Map<String, String> testsA,
      Map<String, String> testsB,
      boolean paired,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String frameRate) {}

  /**
   * The cost of a training.
   *
   * @param steps done
   * @param seconds of wall-clock time
   */
  record Cost(long steps, double seconds) {}

  /**
   * Completes all missing parts.
   *
   * @param session devices, listener and stop condition
   * @param request what is compared
   * @return the page and the verdicts
   * @throws InputException if an input is unusable, the folder has another comparison, or another
   *     process is at work in it
   * @throws CancellationException if it is stopped; the same request continues
   */
  public static Outcome run(Session session, ComparisonRequest request) throws IOException {
    return new Comparison(session, request).run();
  }

  private Outcome run() throws IOException {
    PlannedFolder folder = new PlannedFolder(request.out(), "comparison", PLAN);
    folder.requireUsable();
    Plan plan = plan();
    if (!folder.isBegun()) {
      checkInputs(plan);
    }
    FolderLock lock = folder.lock();
    try {
      if (folder.begin(plan)) {
        session.listener().message("going on with " + request.out());
      }
      return runToTheEnd(new TrainingInputs(plan.inputsA(), plan.inputsB()));
    } finally {
      lock.close();
    }
  }

  private Outcome runToTheEnd(TrainingInputs inputs) throws IOException {
    Map<Trial, Cost> costs = new LinkedHashMap<>();
    for (Trial trial : request.trials()) {
      costs.put(trial, train(trial, inputs));
    }
    Map<Direction, List<HeldOut.Part>> parts = new TreeMap<>();
    for (Direction direction : Direction.values()) {
      parts.put(direction, parts(direction));
    }
    ComparisonReport report = new ComparisonReport(session, request, costs);
    for (Map.Entry<Direction, List<HeldOut.Part>> entry : parts.entrySet()) {
      Direction direction = entry.getKey();
      Map<Trial, List<Evaluation>> found = new LinkedHashMap<>();
      for (Trial trial : request.trials()) {
        found.put(trial, measure(trial, direction, entry.getValue()));
      }
      List<Evaluation> retimed = measureRetimed(direction, entry.getValue());
      for (int i = 0; i < entry.getValue().size(); i++) {
        int clip = i;
        HeldOut.Part part = entry.getValue().get(clip);
        found.forEach(
            (trial, evaluations) ->
                report.add(
                    new ComparisonReport.Measured(
                        trial.method().toString(),
                        trial.seed(),
                        direction,
                        part,
                        translated(trial, direction, clip),
                        evaluations.get(clip))));
        report.add(
            new ComparisonReport.Measured(
                RETIME,
                request.trials().get(0).seed(),
                direction,
                part,
                retimed(direction, clip, "retargeted", ".mkv"),
                retimed.get(clip)));
      }
    }
    return report.write();
  }

  private Plan plan() throws IOException {
    return new Plan(
        request.trials().stream().map(Trial::name).collect(Collectors.joining(", ")),
        request.shared().toString(),
        Provenance.hashes(request.a()),
        Provenance.hashes(request.b()),
        Provenance.hashes(request.tests().a()),
        Provenance.hashes(request.tests().b()),
        request.tests().paired(),
        request.frameRate());
  }

  private void checkInputs(Plan plan) throws IOException {
    request.tests().check(plan.inputsA(), session.reader());
    request.tests().check(plan.inputsB(), session.reader());
    for (Direction direction : Direction.values()) {
      if (request.tests().of(direction).isEmpty()) {
        HeldOut.requireVideos(request.inputs(direction), session.reader());
      }
    }
  }

  /** Trains, or reads the recorded cost. */
  private Cost train(Trial trial, TrainingInputs inputs) throws IOException {
    Path run = request.run(trial);
    Path done = run.resolveSibling(trial.name() + ".json");
    if (Files.exists(done)) {
      return Json.RESULTS.read(done, Cost.class);
    }
    session.requireGoingOn();
    session.listener().message("training " + trial.name());
    TrainingRun.Outcome outcome = trialRun(trial).train(session, inputs);
    if (!outcome.finished()) {
      throw new CancellationException("stopped");
    }
    Cost cost = new Cost(outcome.step(), outcome.seconds());
    WholeFile.write(done, Json.RESULTS.text(cost).getBytes(StandardCharsets.UTF_8));
    return cost;
  }

  private TrialRun trialRun(Trial trial) throws IOException {
    TrainingConfig config =
        ContentGuess.appliedTo(trial.config(request.shared()), request.a(), request.b());
    return new TrialRun(request.run(trial), config);
  }

  private List<HeldOut.Part> parts(Direction direction) throws IOException {
    if (!request.tests().of(direction).isEmpty()) {
      return request.tests().parts(direction);
    }
    String domain = direction == Direction.A2B ? "a" : "b";
    // All runs were trained from the same frames; any of their stores says where they end.
    Path frames =
        request.run(request.trials().get(0)).resolve("frames").resolve(domain + ".frames");
    return new HeldOut(request.out().resolve("held-out"), session.reader(), session.stop())
        .write(domain, frames, request.inputs(direction));
  }

  private Path translated(Trial trial, Direction direction, int clip) {
    return trial.file(request.out().resolve("retargeted"), direction, clip, ".mkv");
  }

  /** Translates and evaluates, or reads the stored evaluation. */
  private List<Evaluation> measure(Trial trial, Direction direction, List<HeldOut.Part> parts)
      throws IOException {
    List<Path> sources = parts.stream().map(HeldOut.Part::video).toList();
    List<Path> outputs = new ArrayList<>();
    List<StoredEvaluation> stored = new ArrayList<>();
    for (int clip = 0; clip < parts.size(); clip++) {
      outputs.add(translated(trial, direction, clip));
      Path scores = trial.file(request.out().resolve("scores"), direction, clip, ".json");
      stored.add(new StoredEvaluation(scores));
    }
    if (!stored.stream().allMatch(StoredEvaluation::exists)) {
      session
          .listener()
          .message(String.format(Locale.ROOT, "measuring %s, %s", trial.name(), direction));
      trialRun(trial).translate(session, direction, sources, outputs);
    }
    List<Evaluation> found = new ArrayList<>();
    for (int clip = 0; clip < parts.size(); clip++) {
      found.add(evaluated(stored.get(clip), outputs.get(clip), parts.get(clip)));
    }
    return found;
  }

  private Evaluation evaluated(StoredEvaluation stored, Path output, HeldOut.Part part)
      throws IOException {
    return stored.readOrMake(
        session,
        new EvaluationRequest(output, part.video())
            .withReference(part.truth())
            .withMetrics(metrics(part)));
  }

  private Path retimed(Direction direction, int clip, String folder, String extension) {
    String file = String.format(Locale.ROOT, "%s-%03d%s", direction, clip, extension);
    return request.out().resolve(folder).resolve(RETIME).resolve(file);
  }

  /** Plays the other side's training videos at the pace of each part, or reads what was found. */
  private List<Evaluation> measureRetimed(Direction direction, List<HeldOut.Part> parts)
      throws IOException {
    List<Evaluation> found = new ArrayList<>();
    for (int clip = 0; clip < parts.size(); clip++) {
      HeldOut.Part part = parts.get(clip);
      Path output = retimed(direction, clip, "retargeted", ".mkv");
      StoredEvaluation stored = new StoredEvaluation(retimed(direction, clip, "scores", ".json"));
      if (!stored.exists() && !Files.exists(output)) {
        session
            .listener()
            .message(
                String.format(Locale.ROOT, "measuring %s, %s, clip %d", RETIME, direction, clip));
        Files.createDirectories(output.getParent());
        Retiming.run(
            session, new RetimeRequest(part.video(), request.inputs(direction.back()), output));
      }
      found.add(evaluated(stored, output, part));
    }
    return found;
  }

  private static Set<Metric> metrics(HeldOut.Part part) {
    return Metrics.defaults().stream()
        .filter(name -> part.truth() != null || !name.needs(Input.REFERENCE))
        .collect(Collectors.toUnmodifiableSet());
  }
}
