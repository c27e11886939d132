package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.ClipOptions;
import org.recyclegan.cli.options.ComputeOptions;
import org.recyclegan.cli.options.ConfigOptions;
import org.recyclegan.cli.options.ContestOptions;
import org.recyclegan.cli.options.MethodOptions;
import org.recyclegan.cli.options.WorldParameter;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.DataOptions;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.studies.Study;
import org.recyclegan.studies.measure.StudyResults;
import org.recyclegan.studies.measure.StudyTable;
import org.recyclegan.studies.trials.PlannedFolder;
import org.recyclegan.studies.trials.StudyRequest;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.isolation.InputReader;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.model.World;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Studies methods on a drawn world. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Train methods on a drawn world and measure them against its truth.",
    description = {
      "",
      "Draws the world's clips, trains every method from every seed with an equal budget",
      "(--steps or --minutes), retargets held-out motions, compares with the truth and reads",
      "the hidden state back from the output. Writes results.json, results.md,",
      "report.html, contact.png and side-by-side.mp4. After an interruption, the same command",
      "continues; finished parts are not repeated. See docs/study.md.",
      ""
    })
final class StudyCommand implements Callable<Integer> {

  /** Enough for an interval that means something. */
  private static final int SEEDS = 5;

  /** Ten clips show every condition of a street twice; the size is the networks'. */
  private static final DrawOptions CLIPS =
      new DrawOptions(
          /* seed= */ 1,
          /* clips= */ 10,
          /* testClips= */ 5,
          /* frames= */ 150,
          /* size= */ DrawOptions.defaults().size(),
          FrameRate.of(25));

  private final Invocation invocation;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private WorldParameter world;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for all results.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path out;

  @Mixin private final ContestOptions contest = new ContestOptions(SEEDS);

  @Mixin private final ClipOptions clips = new ClipOptions(CLIPS);

  @Option(
      names = "--world-seed",
      paramLabel = "S",
      description = "Determines looks and motions (${DEFAULT-VALUE}).")
  private long worldSeed = CLIPS.seed();

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ComputeOptions compute;

  /** Two ways to tell the results to something else than a terminal. */
  static final class FormOptions {
    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    @Option(names = "--markdown", description = "Print the tables in Markdown.")
    private boolean markdown;
  }

  @ArgGroup(exclusive = true)
  private FormOptions form = new FormOptions();

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private MethodOptions methodOptions;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ConfigOptions options;

  StudyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    compute.compute().requireOneDevice();
    StudyRequest request = request();
    StudyResults results;
    try (InputReader reader = InputReader.here(ReadOptions.defaults());
        ProgressLine progress = ProgressLine.start(invocation)) {
      results = Study.run(invocation.session(compute.compute(), reader, progress), request);
    } catch (CancellationException e) {
      invocation.say("stopped; to continue, run the same command again.");
      return ExitCode.INTERRUPTED;
    }
    StudyTable table = new StudyTable(results);
    if (form.json) {
      invocation.out().println(Json.RESULTS.text(results));
    } else {
      invocation.out().print(form.markdown ? table.markdown() : table.text());
    }
    invocation.say("see " + out.resolve("report.html"));
    return ExitCode.OK;
  }

  /** Of the study that is gone on with, which another machine may have begun. */
  private Precision precision() throws IOException {
    Optional<Precision> begun = PlannedFolder.precision(out.resolve(Study.PLAN));
    return begun.isPresent() ? begun.get() : compute.compute().fastest();
  }

  private StudyRequest request() throws IOException {
    int seeds = contest.seeds();
    List<Method> methods = contest.methods();
    if (methodOptions.hasMethod()) {
      throw wrong("--method is of one training; a study has --methods");
    }
    World chosen = world.world();
    try {
      TrainingConfig shared = unscaled(options.fresh(precision()));
      Map<Method, TrainingConfig> configs = new LinkedHashMap<>();
      methods.forEach(
          method -> configs.put(method, methodOptions.appliedTo(shared.withMethod(method))));
      DrawOptions drawing = clips.with(worldSeed, shared.data().loadSize());
      return new StudyRequest(chosen, drawing, out, configs, seeds);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Clips are drawn at the size that networks load, so that resizing costs no method anything; that
   * size has to be even, as videos are.
   */
  private static TrainingConfig unscaled(TrainingConfig config) {
    DataOptions data = config.data();
    int even = data.loadSize() + data.loadSize() % 2;
    return new TrainingConfig(
        config.method(),
        config.weights(),
        config.objective(),
        config.networks(),
        config.optimisation(),
        data.withLoadSize(even),
        config.budget(),
        config.cadence(),
        config.seed());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
