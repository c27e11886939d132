package org.recyclegan.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.ComputeOptions;
import org.recyclegan.cli.options.NamedConverter;
import org.recyclegan.cli.options.PrecisionChoice;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.DataOptions;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.train.MemoryEstimate;
import org.recyclegan.recycle.train.StepTimer;
import org.recyclegan.video.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times training steps on noise, and prints JSON. */
@Command(
    name = "time-step",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Time training steps on this machine, without videos.",
    description = {
      "",
      "Prints JSON: what was timed, and seconds of each step by the clock and of",
      "the processor. The frames are noise; a step does not depend on what is in them.",
      ""
    })
final class TimeStepCommand implements Callable<Integer> {

  private final Invocation invocation;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      converter = NamedConverter.Methods.class,
      description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Method method = Method.RECYCLE_GAN;

  @Option(
      names = "--identity-weight",
      paramLabel = "W",
      description = "Of that loss term; 0 leaves its work out (the method's own).")
  private @Nullable Double identity;

  @Option(names = "--size", paramLabel = "PIXELS", description = "Side (${DEFAULT-VALUE}).")
  private int size = 128;

  @Option(names = "--filters", paramLabel = "N", description = "Generators' (${DEFAULT-VALUE}).")
  private int filters = 32;

  @Option(
      names = "--discriminator-filters",
      paramLabel = "N",
      description = "Discriminators' (${DEFAULT-VALUE}).")
  private int discriminatorFilters = 32;

  @Option(
      names = "--predictor-filters",
      paramLabel = "N",
      description = "Predictors' (${DEFAULT-VALUE}).")
  private int predictorFilters = 32;

  @Option(names = "--blocks", paramLabel = "N", description = "Residual (${DEFAULT-VALUE}).")
  private int blocks = 6;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Halvings in a predictor (${DEFAULT-VALUE}).")
  private int depth = 7;

  @Option(names = "--batch", paramLabel = "N", description = "Triplets (${DEFAULT-VALUE}).")
  private int batch = 1;

  @Option(
      names = "--accumulate",
      paramLabel = "N",
      description = "Batches a step (${DEFAULT-VALUE}).")
  private int accumulate = 1;

  @Option(
      names = "--precision",
      paramLabel = "P",
      converter = NamedConverter.Precisions.class,
      description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private PrecisionChoice precision = PrecisionChoice.AUTO;

  @Option(names = "--steps", paramLabel = "N", description = "To time (${DEFAULT-VALUE}).")
  private int steps = 7;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ComputeOptions compute;

  TimeStepCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (steps < 1) {
      throw new ParameterException(spec.commandLine(), "--steps must be at least 1");
    }
    TrainingConfig config = config();
    try (Torch torch = compute.compute().open()) {
      List<StepTimer.Timing> timings = StepTimer.time(torch, config, steps, invocation.stop());
      if (timings.size() < steps) {
        invocation.say("stopped; nothing is known yet. To begin again: the same command.");
        return ExitCode.INTERRUPTED;
      }
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("method", method.toString());
      line.put("identity_weight", config.weights().of("identity"));
      line.put("size", size);
      line.put("networks", config.networks());
      line.put("batch", batch);
      line.put("accumulate", accumulate);
      line.put("precision", config.optimisation().precision().toString());
      line.put("threads", torch.threads());
      line.put("step_s", median(timings, StepTimer.Timing::wallSeconds));
      line.put("processor_s", median(timings, StepTimer.Timing::processorSeconds));
      line.put("steps", timings);
      line.put("estimated_bytes", MemoryEstimate.of(config).total());
      line.put("peak_bytes", MemoryEstimate.peakOfThisProcess().orElse(-1));
      invocation.out().println(Json.RESULTS.text(line));
    }
    return ExitCode.OK;
  }

  private TrainingConfig config() throws InputException {
    try {
      TrainingConfig start = Preset.STANDARD.config();
      Optimisation o = start.optimisation();
      LossWeights w = method.weights();
      return new TrainingConfig(
          method,
          identity == null ? w : w.with(Map.of("identity", identity)),
          start.objective(),
          new NetworkSizes(
              filters,
              blocks,
              discriminatorFilters,
              start.networks().size(NetworkRole.DISCRIMINATOR, "layers"),
              predictorFilters,
              depth),
          new Optimisation(
              o.learningRate(),
              o.beta1(),
              o.beta2(),
              o.decayStart(),
              batch,
              o.poolSize(),
              accumulate,
              PrecisionChoice.orElse(precision, compute.compute().fastest())),
          new DataOptions(size, size, 1, 0),
          Budget.steps(steps),
          start.cadence(),
          start.seed());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static double median(
      List<StepTimer.Timing> timings, ToDoubleFunction<StepTimer.Timing> seconds) {
    double[] sorted = timings.stream().mapToDouble(seconds).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
