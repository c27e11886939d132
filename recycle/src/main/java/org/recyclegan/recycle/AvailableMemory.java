package org.recyclegan.recycle;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory this process may still take without others being paged out. */
final class AvailableMemory {

  private static final Path LINUX = Path.of("/proc/meminfo");
  private static final String LINUX_LINE = "MemAvailable:";
  private static final long KIBIBYTE = 1024;

  private AvailableMemory() {}

  /**
   * Asks the system; a container's limit counts as the machine's memory.
   *
   * @return bytes
   */
  static long bytes() {
    // It heeds a container's limits, but takes what merely caches files for used.
    long free =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getFreeMemorySize();
    long total =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getTotalMemorySize();
    return Math.max(free, Math.min(total, ofLinux()));
  }

  private static long ofLinux() {
    if (!Files.isReadable(LINUX)) {
      return 0;
    }
    try {
      return available(Files.readAllLines(LINUX));
    } catch (IOException e) {
      return 0;
    }
  }

  /** Reads Linux's own estimate, which counts what can be given back as available. */
  static long available(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(LINUX_LINE))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
        .findFirst()
        .orElse(0);
  }
}
