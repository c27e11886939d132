package org.recyclegan.recycle.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.objective.Pass;
import org.recyclegan.recycle.objective.WeightedTerms;
import org.recyclegan.recycle.objective.terms.Terms;
import org.recyclegan.system.AvailableMemory;
import org.recyclegan.video.InputException;

/**
 * What a training will need at its peak, which comes in the generators' phase: where both ways run
 * side by side and each has its losses, but no gradient yet. One thread takes one way after the
 * other and needs less than this says. Computed from the configuration; constants are measured, and
 * docs/performance-steps.md compares estimates with peaks.
 *
 * @param base the Java runtime and the native libraries
 * @param parameters weights, gradients and both moments of all networks, and the generators'
 *     averaged weights
 * @param activations what forward passes keep for backward ones
 */
public record MemoryEstimate(long base, long parameters, long activations) {

  /** Measured: a training of the smallest networks. */
  private static final long BASE = 420L << 20;

  private static final int FLOAT32_BYTES = 4;

  /** A weight, its gradient and two moments. */
  private static final int COPIES = 4;

  /**
   * What kernels need beside the tensors, and what the allocator holds back, as a share of the
   * activations. Measured.
   */
  private static final double OVERHEAD = 0.35;

  private static final Path OWN_STATUS = Path.of("/proc/self/status");

  /**
   * Estimates.
   *
   * @param config what to train
   * @return the parts, in bytes
   */
  public static MemoryEstimate of(TrainingConfig config) {
    NetworkSizes sizes = config.networks();
    WeightedTerms terms = Terms.of(config.weights());
    boolean temporal = terms.temporal();
    ObjectiveOptions objective = config.objective();
    int frames = objective.discriminatorFrames();
    int translated = objective.translatedFrames(temporal);
    boolean predicts = temporal && objective.judgePredictions();
    Set<Pass.Part> parts = terms.parts();
    int there = translated * (parts.contains(Pass.Part.OWN_FRAMES) ? 2 : 1);
    int back =
        (parts.contains(Pass.Part.RETURNED_FRAMES) ? translated : 0)
            + (parts.contains(Pass.Part.RETURNED_PREDICTION) ? 1 : 0)
            + terms.ownFrames(translated);
    int judged = translated - (frames - 1) + (predicts ? 1 : 0);
    Precision precision = config.optimisation().precision();
    long averages = 0;
    Sum sum = new Sum(config.data().size(), config.optimisation().batch(), precision);
    for (NetworkRole role : terms.roles()) {
      Architecture architecture = sizes.of(role, frames);
      switch (role) {
        case GENERATOR -> {
          sum.add(architecture, there, back);
          averages = config.optimisation().averages() ? 2 * architecture.parameterCount() : 0;
        }
        case DISCRIMINATOR -> sum.add(architecture, judged, 0);
        case PREDICTOR -> sum.add(architecture, 2, 0);
      }
    }
    return new MemoryEstimate(
        BASE,
        FLOAT32_BYTES * (COPIES * sum.parameters + averages),
        Math.round((1 + OVERHEAD) * sum.bytes));
  }

  /** Adds up networks, of which there are two each: one for either way. */
  private static final class Sum {
    private final int size;
    private final int batch;
    private final Precision precision;
    private long parameters;
    private long bytes;

    Sum(int size, int batch, Precision precision) {
      this.size = size;
      this.batch = batch;
      this.precision = precision;
    }

    /** Adds an architecture that sees N frames of a triplet in each of two passes. */
    void add(Architecture architecture, int first, int second) {
      int multiple = architecture.sideMultiple();
      int side = (size + multiple - 1) / multiple * multiple;
      long count = architecture.parameterCount();
      parameters += 2 * count;
      long sample = architecture.activationBytes(precision, side, side);
      bytes += 2L * (first + second) * batch * sample;
      if (precision == Precision.BF16) {
        // Each pass has its weights rounded, and keeps them.
        int passes = second > 0 ? 2 : 1;
        bytes += 2L * passes * count * FLOAT32_BYTES / 2;
      }
    }
  }

  /**
   * Returns the whole.
   *
   * @return bytes
   */
  public long total() {
    return base + parameters + activations;
  }

  /**
   * Refuses a training that does not fit.
   *
   * @param available bytes, as {@link AvailableMemory} finds them
   * @throws InputException if more is needed
   */
  public void requireAtMost(long available) throws InputException {
    if (total() > available) {
      throw new InputException(
          "The memory for this training",
          "at most " + readable(available) + ", which is what is free here",
          "about " + readable(total()) + ": " + this,
          activations > parameters
              ? "Lower `size` or `batch` (`accumulate` keeps the batch's effect), or take a smaller"
                  + " `preset`; or close other programs."
              : "Take a smaller `preset`; or close other programs.");
    }
  }

  /** Returns the parts in words, as the log has them. */
  @Override
  public String toString() {
    return readable(activations)
        + " for activations, "
        + readable(parameters)
        + " for parameters and moments, "
        + readable(base)
        + " for the program";
  }

  /** Returns a size in words. */
  public static String readable(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  /**
   * Returns the most memory that this process ever had in use.
   *
   * @return bytes; empty where the system does not say
   */
  public static OptionalLong peakOfThisProcess() {
    try (Stream<String> lines = Files.lines(OWN_STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
