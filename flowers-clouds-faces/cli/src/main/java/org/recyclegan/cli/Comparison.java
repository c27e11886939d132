package org.recyclegan.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.run.CheckpointFolder;
import org.recyclegan.recycle.run.FolderLock;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.train.TrainingRun;
import org.recyclegan.video.InputException;

/**
 * Trains methods on the same data and measures them on what none has seen. Every part is a file of
 * its own that appears when it is done; what is there is not done again.
 */
final class Comparison {

  private static final String PLAN = "compare.json";

  private final Surroundings surroundings;
  private final Setup setup;
  private final ComputeOptions compute;
  private final InputReader reader;

  /**
   * What is compared.
   *
   * @param a domain A's videos
   * @param b domain B's videos
   * @param tests what to measure on; held-out ends where it has none
   * @param out where everything goes
   * @param shared the configuration that the methods have in common
   * @param contestants methods and seeds, at least one
   * @param frameRate of folders of pictures, or null where none was asked for
   */
  record Setup(
      List<Path> a,
      List<Path> b,
      TestClips tests,
      Path out,
      TrainingConfig shared,
      List<Contestant> contestants,
      @Nullable String frameRate) {

    Path run(Contestant contestant) {
      return out.resolve("runs").resolve(contestant.name());
    }

    List<Path> inputs(Direction direction) {
      return direction == Direction.A2B ? a : b;
    }
  }

  /** What must not change between an interruption and going on. */
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
   * What a training cost.
   *
   * @param steps done
   * @param seconds of wall-clock time
   */
  record Cost(long steps, double seconds) {}

  /**
   * Prepares to compare.
   *
   * @param compute where networks run
   * @param reader of all videos; stays the caller's to close
   */
  Comparison(Surroundings surroundings, Setup setup, ComputeOptions compute, InputReader reader) {
    this.surroundings = surroundings;
    this.setup = setup;
    this.compute = compute;
    this.reader = reader;
  }

  /**
   * Does everything that is not done yet.
   *
   * @return the page, or empty if it was interrupted
   * @throws InputException if an input is of no use, the folder has another comparison, or another
   *     process is at work in it
   */
  Optional<Path> run() throws IOException {
    PlannedFolder folder = new PlannedFolder(setup.out(), "comparison", PLAN);
    folder.requireUsable();
    Plan plan = plan();
    if (!folder.isBegun()) {
      checkInputs(plan);
    }
    FolderLock lock = folder.lock();
    try {
      if (folder.begin(plan)) {
        surroundings.say("going on with " + setup.out());
      }
      return runToTheEnd(new TrainingInputs(plan.inputsA(), plan.inputsB()));
    } catch (CancellationException e) {
      return Optional.empty();
    } finally {
      lock.close();
    }
  }

  private Optional<Path> runToTheEnd(TrainingInputs inputs) throws IOException {
    Map<Contestant, Cost> costs = new LinkedHashMap<>();
    for (Contestant contestant : setup.contestants()) {
      Optional<Cost> cost = train(contestant, inputs);
      if (cost.isEmpty()) {
        return Optional.empty();
      }
      costs.put(contestant, cost.get());
    }
    Map<Direction, List<HeldOut.Part>> parts = new TreeMap<>();
    for (Direction direction : Direction.values()) {
      parts.put(direction, parts(direction));
    }
    ComparisonReport report = new ComparisonReport(surroundings, setup, reader, costs);
    for (Map.Entry<Direction, List<HeldOut.Part>> entry : parts.entrySet()) {
      for (int clip = 0; clip < entry.getValue().size(); clip++) {
        for (Contestant contestant : setup.contestants()) {
          HeldOut.Part part = entry.getValue().get(clip);
          Optional<Evaluation> found = measure(contestant, entry.getKey(), clip, part);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          report.add(
              new ComparisonReport.Measured(
                  contestant,
                  entry.getKey(),
                  part,
                  translated(contestant, entry.getKey(), clip),
                  found.get()));
        }
      }
    }
    return Optional.of(report.write());
  }

  private Plan plan() throws IOException {
    return new Plan(
        setup.contestants().stream().map(Contestant::name).collect(Collectors.joining(", ")),
        setup.shared().toString(),
        Provenance.hashes(setup.a()),
        Provenance.hashes(setup.b()),
        Provenance.hashes(setup.tests().a()),
        Provenance.hashes(setup.tests().b()),
        setup.tests().paired(),
        setup.frameRate());
  }

  private void checkInputs(Plan plan) throws IOException {
    setup.tests().check(plan.inputsA(), reader);
    setup.tests().check(plan.inputsB(), reader);
    for (Direction direction : Direction.values()) {
      if (setup.tests().of(direction).isEmpty()) {
        HeldOut.requireVideos(setup.inputs(direction), reader);
      }
    }
  }

  /** Trains, or reads what it cost; empty if it was interrupted. */
  private Optional<Cost> train(Contestant contestant, TrainingInputs inputs) throws IOException {
    Path run = setup.run(contestant);
    Path done = run.resolveSibling(contestant.name() + ".json");
    if (Files.exists(done)) {
      return Optional.of(Json.read(done, Cost.class));
    }
    if (surroundings.stop().getAsBoolean()) {
      return Optional.empty();
    }
    surroundings.say("training " + contestant.name());
    TrainingRun.Outcome outcome =
        new Training(surroundings, compute, reader, moment -> {})
            .beginOrResume(run, contestant.config(setup.shared()), inputs);
    if (!outcome.finished()) {
      return Optional.empty();
    }
    Cost cost = new Cost(outcome.step(), outcome.seconds());
    WholeFile.write(done, Json.text(cost).getBytes(StandardCharsets.UTF_8));
    return Optional.of(cost);
  }

  private List<HeldOut.Part> parts(Direction direction) throws IOException {
    if (!setup.tests().of(direction).isEmpty()) {
      return setup.tests().parts(direction);
    }
    String domain = direction.toString().substring(0, 1);
    // All runs were trained from the same frames; any of their stores says where they end.
    Path frames =
        setup.run(setup.contestants().get(0)).resolve("frames").resolve(domain + ".frames");
    return new HeldOut(setup.out().resolve("held-out"), reader, surroundings.stop())
        .write(domain, frames, setup.inputs(direction));
  }

  private Path translated(Contestant contestant, Direction direction, int clip) {
    return contestant.file(setup.out().resolve("retargeted"), direction, clip, ".mkv");
  }

  /** Retargets and evaluates, or reads what was found; empty if it was interrupted. */
  private Optional<Evaluation> measure(
      Contestant contestant, Direction direction, int clip, HeldOut.Part part) throws IOException {
    StoredEvaluation stored =
        new StoredEvaluation(
            contestant.file(setup.out().resolve("scores"), direction, clip, ".json"));
    if (stored.exists()) {
      return Optional.of(stored.read());
    }
    Path output = translated(contestant, direction, clip);
    surroundings.say(
        String.format(Locale.ROOT, "measuring %s, %s", contestant.name(), output.getFileName()));
    if (!Files.exists(output) && !retarget(contestant, direction, part.video(), output)) {
      return Optional.empty();
    }
    Optional<Evaluation> found =
        new Scoring(surroundings, reader).run(output, part.video(), part.truth(), metrics(part));
    if (found.isPresent()) {
      stored.write(found.get());
    }
    return found;
  }

  private boolean retarget(Contestant contestant, Direction direction, Path source, Path output)
      throws IOException {
    Files.createDirectories(output.toAbsolutePath().getParent());
    // Equal budgets are compared, so it is the last one: the best one was trained for less.
    Path checkpoint = CheckpointFolder.locate(setup.run(contestant), "latest");
    Precision precision = setup.shared().optimisation().precision();
    // No label: it would be measured, too.
    return new Retargeting(surroundings, compute, precision, reader, /* label= */ false)
        .run(checkpoint, direction, RetargetOptions.DEFAULTS, source, output, /* force= */ false);
  }

  private static Set<MetricName> metrics(HeldOut.Part part) {
    return MetricName.defaults().stream()
        .filter(name -> part.truth() != null || !name.needsReference())
        .collect(Collectors.toUnmodifiableSet());
  }
}
