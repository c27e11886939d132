package org.recyclegan.recycle.train;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;

/** Times training steps on random frames: no video is needed, and nothing is written. */
public final class StepTimer {

  /**
   * One step.
   *
   * @param wallSeconds by the clock
   * @param processorSeconds of all threads of this process, a second on each of two being two
   */
  public record Timing(double wallSeconds, double processorSeconds) {}

  private static final int WARM_UPS = 2;

  private StepTimer() {}

  /**
   * Does steps, two more than asked for: the first ones compile and are not counted.
   *
   * @param torch the engine
   * @param config what to train
   * @param steps to be timed
   * @param stop asked before every step
   * @return each step's time, in order; fewer after a stop
   * @throws IOException if a loss is not finite
   */
  public static List<Timing> time(
      Torch torch, TrainingConfig config, int steps, BooleanSupplier stop) throws IOException {
    List<Timing> timings = new ArrayList<>();
    double rate = config.optimisation().learningRate();
    try (Trainer trainer = new Trainer(torch, config, new RandomFrames(), new RandomFrames())) {
      for (int i = 0; i < WARM_UPS && !stop.getAsBoolean(); i++) {
        trainer.step(rate);
      }
      for (int i = 0; i < steps && !stop.getAsBoolean(); i++) {
        long wall = System.nanoTime();
        long processor = processorNanos();
        trainer.step(rate);
        timings.add(
            new Timing((System.nanoTime() - wall) / 1e9, (processorNanos() - processor) / 1e9));
      }
    }
    return timings;
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Frames of noise. */
  private static final class RandomFrames implements TripletSource {
    @Override
    public int count() {
      return 1;
    }

    @Override
    public void sample(RandomGenerator random, int side, ByteBuffer destination) {
      byte[] noise = new byte[destination.remaining()];
      random.nextBytes(noise);
      destination.put(noise);
    }
  }
}
