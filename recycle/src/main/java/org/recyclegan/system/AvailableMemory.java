package org.recyclegan.system;

import com.google.common.primitives.Longs;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How much memory a process may still take: the machine's, its container's, or what a limit on its
 * addresses leaves, whichever is least.
 */
public final class AvailableMemory {

  private static final String MEMINFO = "proc/meminfo";
  private static final long KIBIBYTE = 1024;
  private static final String KEY = "MemAvailable:";

  private static final String LIMITS = "proc/self/limits";
  private static final String ADDRESSES = "Max address space";
  private static final String STATUS = "proc/self/status";
  private static final String ADDRESSES_USED = "VmSize:";

  /** A container's limit and use, in version 2 of control groups and in version 1. */
  private record ControlGroup(String limit, String use) {}

  private static final List<ControlGroup> CONTROL_GROUPS =
      List.of(
          new ControlGroup("sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory.current"),
          new ControlGroup(
              "sys/fs/cgroup/memory/memory.limit_in_bytes",
              "sys/fs/cgroup/memory/memory.usage_in_bytes"));

  private AvailableMemory() {}

  /**
   * Finds out.
   *
   * @return bytes
   */
  public static long bytes() {
    return bytes(Path.of("/"))
        .orElseGet(
            () ->
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getFreeMemorySize());
  }

  /** As {@link #bytes()}, under another root; empty if there is no such system. */
  public static OptionalLong bytes(Path root) {
    OptionalLong machine = machine(root.resolve(MEMINFO));
    long least = machine.orElse(Long.MAX_VALUE);
    for (ControlGroup group : CONTROL_GROUPS) {
      OptionalLong limit = number(root.resolve(group.limit()));
      if (limit.isPresent()) {
        long used = number(root.resolve(group.use())).orElse(0);
        least = Math.min(least, Math.max(0, limit.getAsLong() - used));
      }
    }
    least = Math.min(least, addresses(root));
    return machine.isEmpty() && least == Long.MAX_VALUE
        ? OptionalLong.empty()
        : OptionalLong.of(least);
  }

  private static OptionalLong machine(Path meminfo) {
    long available = available(lines(meminfo));
    return available == 0 ? OptionalLong.empty() : OptionalLong.of(available);
  }

  /** Memory left by {@code ulimit -v}; the largest number without a limit. */
  private static long addresses(Path root) {
    @Nullable Long limit =
        lines(root.resolve(LIMITS)).stream()
            .filter(line -> line.startsWith(ADDRESSES))
            .map(line -> line.substring(ADDRESSES.length()).strip().split(" ", 2)[0])
            .findFirst()
            .map(Longs::tryParse)
            .orElse(null);
    return limit == null
        ? Long.MAX_VALUE
        : Math.max(0, limit - kibibytes(lines(root.resolve(STATUS)), ADDRESSES_USED));
  }

  /** Reads Linux's own estimate, which counts what can be given back as available; else 0. */
  static long available(List<String> lines) {
    return kibibytes(lines, KEY);
  }

  private static long kibibytes(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
        .findFirst()
        .orElse(0);
  }

  /** A file with one number in it; without a limit it says {@code max}. */
  private static OptionalLong number(Path file) {
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      return OptionalLong.empty();
    }
    @Nullable Long value = Longs.tryParse(lines.get(0).trim());
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
