package org.recyclegan.cli.options;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.Compute;
import picocli.CommandLine.Option;

/** Where networks run: the options of every command that trains or retargets. */
public final class ComputeOptions {

  public static final String DEVICE = "--device";

  /** What only training heeds is said by training alone. */
  public static final String ONE_DEVICE = "auto, cpu, gpu0 and so on (auto).";

  @Option(
      names = DEVICE,
      paramLabel = "DEVICE",
      split = ",",
      description = {
        "auto, cpu, gpu0 and so on (${DEFAULT-VALUE}); several with commas to train on all of",
        "them, with --accumulate at least as many."
      })
  private List<String> devices = List.of("auto");

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute (as many as there are processors).")
  private @Nullable Integer threads;

  public Compute compute() {
    return new Compute(devices, threads == null ? OptionalInt.empty() : OptionalInt.of(threads));
  }
}
