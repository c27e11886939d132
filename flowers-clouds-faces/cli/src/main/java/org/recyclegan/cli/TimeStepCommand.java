package org.recyclegan.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.options.ComputeOptions;
import org.recyclegan.cli.options.ConfigOptions;
import org.recyclegan.cli.options.MethodOptions;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.train.MemoryEstimate;
import org.recyclegan.recycle.train.StepTimer;
import org.recyclegan.video.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
      "Prints JSON: the settings, and the wall-clock and processor seconds of each step,",
      "after two steps of warm-up. The frames are noise: the time of a step does not depend",
      "on their content. The options are those of train; 7 steps without --steps.",
      ""
    })
final class TimeStepCommand implements Callable<Integer> {

  private static final int STEPS = 7;

  private final Invocation invocation;

  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private MethodOptions method;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ConfigOptions options;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ComputeOptions compute;

  TimeStepCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    int steps = steps();
    TrainingConfig config = config();
    try (Torch torch = compute.compute().open()) {
      List<StepTimer.Timing> timings = StepTimer.time(torch, config, steps, invocation.stop());
      if (timings.size() < steps) {
        invocation.say(
            "stopped before the timing was complete. Run the same command to start again.");
        return ExitCode.INTERRUPTED;
      }
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("method", config.method().toString());
      line.put("weights", config.weights());
      line.put("size", config.data().size());
      line.put("networks", config.networks());
      line.put("batch", config.optimisation().batch());
      line.put("accumulate", config.optimisation().accumulate());
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

  private int steps() {
    Budget budget = options.budget().orElse(Budget.steps(STEPS));
    if (budget.unit() != Budget.Unit.STEPS) {
      throw new ParameterException(
          spec.commandLine(), "Steps are timed by their number: give --steps instead");
    }
    return Math.toIntExact(Math.round(budget.amount()));
  }

  private TrainingConfig config() throws InputException {
    try {
      return method.appliedTo(options.fresh(compute.compute().fastest()));
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
