package org.recyclegan.studies.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the machine's processor calls itself, where the system tells. */
final class ProcessorName {

  private static final Path LINUX = Path.of("/proc/cpuinfo");
  private static final String LABEL = "model name";

  private ProcessorName() {}

  /** Returns its model, or {@code unknown processor}. */
  static String find() {
    if (Files.isReadable(LINUX)) {
      try (Stream<String> lines = Files.lines(LINUX, StandardCharsets.UTF_8)) {
        return lines
            .filter(line -> line.startsWith(LABEL))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(unknown());
      } catch (IOException e) {
        return unknown();
      }
    }
    return unknown();
  }

  private static String unknown() {
    return "unknown processor";
  }
}
