package org.recyclegan.recycle.nn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the networks' convolutions multiply. Weights, moments, normalisation, losses and whatever
 * lies between two layers are float32 in either.
 */
public enum Precision {
  /** Float32 throughout: what the golden values were computed in. */
  FLOAT32,
  /**
   * Operands and results of convolutions rounded to bfloat16, products summed in float32: faster on
   * processors that have instructions for it, slower on others.
   */
  BF16;

  /** A name of this enum to be used whatever the processor; the tests say float32. */
  private static final String PREFERENCE_PROPERTY = "recycle.precision";

  /** Linux says here what the processor can do; elsewhere it is not asked. */
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  /**
   * Returns the precision that is faster on this machine's processor.
   *
   * @return {@link #BF16} where it has instructions for it, {@link #FLOAT32} where it has not or
   *     cannot be asked; what the system property {@code recycle.precision} names, if it is set
   */
  public static Precision preferred() {
    String preference = System.getProperty(PREFERENCE_PROPERTY);
    if (preference != null) {
      return valueOf(preference.toUpperCase(Locale.ROOT));
    }
    try (Stream<String> lines = Files.lines(PROCESSOR)) {
      return preferred(lines);
    } catch (IOException | UncheckedIOException e) {
      return FLOAT32;
    }
  }

  /** Reads {@code /proc/cpuinfo}: every processor listed must have the instructions. */
  static Precision preferred(Stream<String> processorInfo) {
    List<String> flags = processorInfo.filter(line -> line.startsWith("flags")).toList();
    return !flags.isEmpty() && flags.stream().allMatch(Precision::multipliesBf16) ? BF16 : FLOAT32;
  }

  private static boolean multipliesBf16(String flags) {
    return List.of(flags.split("\\s+")).contains("avx512_bf16");
  }

  /**
   * Returns the name that the command line and {@code config.json} use.
   *
   * @return in lower case
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
