package org.recyclegan.studies.cli;

import ai.djl.Device;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.video.InputException;
import picocli.CommandLine.Option;

/** Where networks run: the options of every command that trains or retargets. */
final class ComputeOptions {

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu, gpu0 and so on (${DEFAULT-VALUE}).")
  private String device = "auto";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute (as many as there are processors).")
  private @Nullable Integer threads;

  /**
   * Starts the engine.
   *
   * @return to be closed
   * @throws InputException if there is no such device, or no thread
   */
  Torch open() throws InputException {
    if (threads == null) {
      return Torch.open(Torch.device(device));
    }
    if (threads < 1) {
      throw new InputException(
          "--threads", "at least 1", threads.toString(), "Leave it away for all processors.");
    }
    Device chosen = Torch.device(device);
    return Torch.open(chosen, threads);
  }
}
