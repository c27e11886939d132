package org.recyclegan.cli.options;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.Compute;
import picocli.CommandLine.Option;

/** Where networks run: the options of every command that trains or retargets. */
public final class ComputeOptions {

  public static final String DEVICE = "--device";

  /** The help of commands that use one device. */
  public static final String ONE_DEVICE = "auto, cpu, gpu0 and so on (auto).";

  @Option(
      names = DEVICE,
      paramLabel = "DEVICE",
      split = ",",
      description = {
        "auto, cpu, gpu0 and so on (${DEFAULT-VALUE}); gpu0,gpu1 trains on both. --accumulate",
        "must be at least the number of devices."
      })
  private List<String> devices = List.of("auto");

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads for computing (the number of processors).")
  private @Nullable Integer threads;

  public Compute compute() {
    return new Compute(devices, threads == null ? OptionalInt.empty() : OptionalInt.of(threads));
  }
}
