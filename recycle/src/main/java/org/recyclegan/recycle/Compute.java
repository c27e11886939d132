package org.recyclegan.recycle;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.system.Processor;
import org.recyclegan.video.InputException;

/**
 * Where networks run.
 *
 * @param devices {@code auto}, {@code cpu}, {@code gpu0} and so on; several to train on all of them
 * @param threads that compute, at least 1; empty for one a processor
 */
public record Compute(List<String> devices, OptionalInt threads) {

  private static final Compute AUTO = new Compute(List.of("auto"), OptionalInt.empty());

  /** Copies the list; a device is looked for when it is opened. */
  public Compute {
    devices = List.copyOf(devices);
  }

  /** The first graphics card if there is one, else all processors. */
  public static Compute auto() {
    return AUTO;
  }

  /** Engines that are closed together. */
  public record Engines(List<Torch> all) implements AutoCloseable {

    /** The engine of the first device. */
    public Torch first() {
      return all.get(0);
    }

    @Override
    public void close() {
      all.forEach(Torch::close);
    }
  }

  /**
   * Starts the engine on the one device.
   *
   * @return to be closed
   * @throws InputException if there is no such device, or no thread, or several devices are named
   */
  public Torch open() throws InputException {
    requireOneDevice();
    return open(devices.get(0), 1);
  }

  /**
   * Refuses several devices before anything is done that only one of them could finish.
   *
   * @throws InputException if several are named
   */
  public void requireOneDevice() throws InputException {
    if (devices.size() > 1) {
      throw new InputException(
          "`device`", "one device for this work", devices.toString(), "Name one.");
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
  public Engines openAll(Optimisation optimisation) throws InputException {
    int batches = optimisation.accumulate();
    if (devices.size() > 1 && optimisation.poolSize() > 0) {
      throw new InputException(
          "`pool-size` with " + devices.size() + " devices",
          "0",
          Integer.toString(optimisation.poolSize()),
          "An image pool works on one device.");
    }
    if (batches % devices.size() != 0) {
      throw new InputException(
          "`accumulate` with " + devices.size() + " devices",
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
  public Precision fastest() throws InputException {
    boolean onCard = false;
    for (String device : devices) {
      onCard |= Torch.device(device).isGpu();
    }
    return !onCard && Processor.find().multipliesBf16() ? Precision.BF16 : Precision.FLOAT32;
  }

  private Torch open(String name, int share) throws InputException {
    Device device = Torch.device(name);
    if (threads.isPresent() && threads.getAsInt() < 1) {
      throw new InputException(
          "`threads`", "at least 1", "" + threads.getAsInt(), "Omit it to use all processors.");
    }
    return Torch.open(device, Math.max(1, threads.orElse(Torch.processors()) / share));
  }
}
