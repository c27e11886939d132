package org.recyclegan.cli.failure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recyclegan.system.AvailableMemory;

/**
 * Reports that memory was short: which, what was needed, what was there, and which option to lower.
 */
final class OutOfMemory {

  private static final String LOWER =
      "Lower --size or --batch when training, --network-size when retargeting";

  /** By libtorch, of the machine's memory: "you tried to allocate 123 bytes". */
  private static final Pattern OF_MACHINE = Pattern.compile("tried to allocate (\\d+) bytes");

  /**
   * By libtorch, of a graphics card: "Tried to allocate 2.00 GiB. ... of which 1.17 GiB is free".
   */
  private static final Pattern OF_CARD =
      Pattern.compile(
          "out of memory\\. Tried to allocate ([\\d.]+ \\w+)(?:.*?total capacity of ([\\d.]+ \\w+)"
              + " of which ([\\d.]+ \\w+) is free)?",
          Pattern.DOTALL);

  /** What C++, libtorch and the loader of libraries say without numbers. */
  private static final Pattern OTHERWISE =
      Pattern.compile("bad_alloc|out of memory|failed to map segment|[Cc]annot allocate memory");

  private OutOfMemory() {}

  /** Explains a failure of the virtual machine, or of FFmpeg, to get memory. */
  static String of(OutOfMemoryError error) {
    String reason = String.valueOf(error.getMessage());
    if (reason.contains("heap")
        || reason.contains("GC overhead")
        || reason.contains("array size")) {
      long heap = Runtime.getRuntime().maxMemory();
      return "Out of memory: Java's heap of "
          + megabytes(heap)
          + " is full ("
          + reason
          + "). Give it more, with RECYCLE_JAVA_OPTS=-Xmx"
          + 2 * heap / 1_048_576
          + "m for example. "
          + LOWER
          + ".";
    }
    return "Out of memory outside Java's heap: " + reason + "; " + machine() + ". " + LOWER + ".";
  }

  /**
   * Explains a failure of the engine, if it is one to get memory.
   *
   * @param message of libtorch
   */
  static Optional<String> ofEngine(String message) {
    Matcher card = OF_CARD.matcher(message);
    if (message.contains("CUDA") && card.find()) {
      String there =
          card.group(2) == null ? "" : ", free " + card.group(3) + " of " + card.group(2);
      return Optional.of(
          "Out of memory on the graphics card: needed "
              + card.group(1)
              + " more"
              + there
              + ". "
              + LOWER
              + ", or use --device cpu.");
    }
    Matcher machine = OF_MACHINE.matcher(message);
    if (machine.find()) {
      return Optional.of(
          "Out of memory: the networks needed "
              + megabytes(Long.parseLong(machine.group(1)))
              + " more at once; "
              + machine()
              + ". "
              + LOWER
              + ".");
    }
    if (OTHERWISE.matcher(message).find()) {
      return Optional.of("Out of memory: " + machine() + ". " + LOWER + ".");
    }
    return Optional.empty();
  }

  private static String machine() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      return "the machine has "
          + megabytes(system.getTotalMemorySize())
          + ", "
          + megabytes(AvailableMemory.bytes())
          + " of them available to this process";
    }
    return "how much the machine has is not known";
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
