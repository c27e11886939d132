package org.recyclegan.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.recyclegan.video.InputException;

/**
 * What a process holds at a moment, from Linux's {@code /proc}.
 *
 * @param residentBytes of memory
 * @param openFiles descriptors, sockets and pipes too
 * @param threads of any kind
 * @param temporaryFiles in the process's temporary folder, and unfinished ones beside its outputs
 */
record Vitals(long residentBytes, long openFiles, long threads, long temporaryFiles) {

  private static final Path PROC = Path.of("/proc");

  /** Refuses systems that do not report them. */
  static void require() throws InputException {
    if (!Files.isDirectory(PROC.resolve("self/fd"))) {
      throw new InputException(
          "Watching a process's memory and files",
          "Linux, which tells them in /proc",
          System.getProperty("os.name", "another system"),
          "Run it on Linux.");
    }
  }

  /**
   * Looks at a process.
   *
   * @param outputs folder in which unfinished files are counted, at any depth
   * @return empty if it has ended
   */
  static Optional<Vitals> of(long process, Path temporary, Path outputs) throws IOException {
    Path self = PROC.resolve(Long.toString(process));
    try {
      String status = Files.readString(self.resolve("status"));
      return Optional.of(
          new Vitals(
              1024 * field(status, "VmRSS:"),
              count(self.resolve("fd"), 1, ""),
              field(status, "Threads:"),
              count(temporary, Integer.MAX_VALUE, "")
                  + count(outputs, Integer.MAX_VALUE, ".part")));
    } catch (NoSuchFileException | IllegalStateException ended) {
      return Optional.empty();
    }
  }

  private static long field(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        // A process that has ended but was not waited for has no memory any more.
        .orElseThrow(() -> new IllegalStateException(name));
  }

  private static long count(Path folder, int depth, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(file -> !file.equals(folder) && !Files.isDirectory(file))
          .filter(file -> file.toString().endsWith(suffix))
          .count();
    } catch (java.io.UncheckedIOException vanished) {
      // Files come and go under the walk; the next look counts again.
      return 0;
    }
  }
}
