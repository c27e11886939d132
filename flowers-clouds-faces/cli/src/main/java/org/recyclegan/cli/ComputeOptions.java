package org.recyclegan.cli;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.video.InputException;
import picocli.CommandLine.Option;

/** Where networks run: the options of every command that trains or retargets. */
final class ComputeOptions {

  @Option(
      names = "--device",
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

  /**
   * Starts the engine on the one device.
   *
   * @return to be closed
   * @throws InputException if there is no such device, or no thread, or several devices are named
   */
  Torch open() throws InputException {
    if (devices.size() > 1) {
      throw new InputException(
          "--device", "one device for this command", devices.toString(), "Name one.");
    }
    return open(devices.get(0), 1);
  }

  /** Engines that are closed together. */
  record Engines(List<Torch> all) implements AutoCloseable {
    Torch first() {
      return all.get(0);
    }

    @Override
    public void close() {
      all.forEach(Torch::close);
    }
  }

  /**
   * Starts the engine on every device; threads are shared out among them.
   *
   * @param optimisation whose batches are shared out too
   * @return to be closed
   * @throws InputException if a device does not exist, there is no thread, or batches cannot be
   *     shared out
   */
  Engines openAll(Optimisation optimisation) throws InputException {
    int batches = optimisation.accumulate();
    if (devices.size() > 1 && optimisation.poolSize() > 0) {
      throw new InputException(
          "--pool-size with " + devices.size() + " devices",
          "0",
          Integer.toString(optimisation.poolSize()),
          "An image pool works on one device.");
    }
    if (batches % devices.size() != 0) {
      throw new InputException(
          "--accumulate with " + devices.size() + " devices",
          "a multiple of " + devices.size(),
          Integer.toString(batches),
          "Each device takes its share of the batches of a step.");
    }
    List<Torch> engines = new ArrayList<>();
    try {
      for (String device : devices) {
        engines.add(open(device, devices.size()));
      }
      return new Engines(List.copyOf(engines));
    } catch (InputException | RuntimeException e) {
      engines.forEach(Torch::close);
      throw e;
    }
  }

  /**
   * Returns the precision that trains fastest on these devices. On graphics cards, where bf16 was
   * never tried, that is taken to be float32.
   *
   * @throws InputException if there is no such device
   */
  Precision fastest() throws InputException {
    boolean onCard = false;
    for (String device : devices) {
      onCard |= Torch.device(device).isGpu();
    }
    return !onCard && Processor.find().multipliesBf16() ? Precision.BF16 : Precision.FLOAT32;
  }

  private Torch open(String name, int share) throws InputException {
    Device device = Torch.device(name);
    if (threads != null && threads < 1) {
      throw new InputException(
          "--threads", "at least 1", threads.toString(), "Leave it away for all processors.");
    }
    int all = threads == null ? Torch.processors() : threads;
    return Torch.open(device, Math.max(1, all / share));
  }
}
