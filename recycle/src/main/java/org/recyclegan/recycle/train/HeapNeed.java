package org.recyclegan.recycle.train;

import java.util.List;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.ParameterSpec;
import org.recyclegan.recycle.objective.terms.Terms;
import org.recyclegan.video.InputException;

/**
 * How much of Java's heap a training needs. Tensors live outside it; what passes through is one
 * network's weights, or its averages, when a checkpoint is restored, and, three times over, one
 * tensor when it is written: as bytes from the engine, as numbers, as bytes for the file.
 */
public final class HeapNeed {

  private static final long MEGABYTE = 1L << 20;

  /** For everything that does not depend on the networks: a guess on the safe side. */
  private static final long BASE = 48 * MEGABYTE;

  private static final int COPIES_OF_TENSOR = 3;

  /** A collector reserves up to an eighth of -Xmx. */
  private static final int RESERVED = 7;

  private HeapNeed() {}

  /**
   * Estimates the need.
   *
   * @param config of the training
   * @return bytes
   */
  static long of(TrainingConfig config) {
    NetworkSizes sizes = config.networks();
    int frames = config.objective().discriminatorFrames();
    return BASE
        + Terms.of(config.weights()).roles().stream()
            .mapToLong(role -> of(sizes.of(role, frames)))
            .max()
            .orElseThrow();
  }

  private static long of(Architecture network) {
    List<Long> sizes = network.parameters().stream().map(HeapNeed::bytes).toList();
    long largest = sizes.stream().mapToLong(Long::longValue).max().orElse(0);
    return sizes.stream().mapToLong(Long::longValue).sum() + COPIES_OF_TENSOR * largest;
  }

  private static long bytes(ParameterSpec spec) {
    return Float.BYTES * spec.shape().size();
  }

  /**
   * Refuses a training that the heap is too small for, before any work is done.
   *
   * @param config of the training
   * @param heap the most that Java may use, in bytes
   * @throws InputException if that is too little
   */
  public static void require(TrainingConfig config, long heap) throws InputException {
    long need = of(config);
    if (heap < need) {
      throw new InputException(
          "Java's heap is too small for these networks",
          "at least " + need / MEGABYTE + " MB of use",
          heap / MEGABYTE + " MB",
          "Start with RECYCLE_JAVA_OPTS=-Xmx"
              + (need + need / RESERVED + MEGABYTE - 1) / MEGABYTE
              + "m or more, or with a smaller `preset`.");
    }
  }
}
