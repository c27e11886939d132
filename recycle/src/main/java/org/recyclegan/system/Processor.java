package org.recyclegan.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The machine's processor, as far as the system reports: only Linux does.
 *
 * @param model what it calls itself, or {@code unknown processor}
 * @param features those of its instruction sets that matter here, sorted; empty if not told
 */
public record Processor(String model, Set<String> features) {

  private static final Path LINUX = Path.of("/proc/cpuinfo");

  /** On x86, and on ARM. */
  private static final Set<String> FEATURES =
      Set.of("avx", "avx2", "fma", "avx512f", "avx512_bf16", "avx512_vnni", "amx_bf16", "asimd");

  public Processor {
    features = Collections.unmodifiableSet(new TreeSet<>(features));
  }

  /** Returns whether it has instructions for products of bfloat16, without which those are slow. */
  public boolean multipliesBf16() {
    return features.contains("avx512_bf16") || features.contains("amx_bf16");
  }

  /** Asks the system. */
  public static Processor find() {
    try {
      return of(Files.readAllLines(LINUX, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return of(List.of());
    }
  }

  /** Reads what Linux reports of each core. */
  public static Processor of(List<String> lines) {
    String model = "unknown processor";
    Set<String> features = new TreeSet<>();
    // Backwards, so that the first core's name stays.
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      String value = line.substring(line.indexOf(':') + 1).strip();
      if (line.startsWith("model name")) {
        model = value;
      } else if (line.startsWith("flags") || line.startsWith("Features")) {
        features.addAll(List.of(value.split(" ")));
      }
    }
    features.retainAll(FEATURES);
    return new Processor(model, features);
  }
}
