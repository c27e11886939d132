package org.recyclegan.files;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hidden names of unfinished outputs, beside their final ones. A name tells its output and the
 * process that writes it, so that what a killed process left is known from what is being written.
 */
public final class TemporaryName {

  private static final int HEX = 16;
  private static final Pattern NAME =
      Pattern.compile(
          "\\.recycle-([0-9a-f]{16})-([0-9a-f]{1,8})-([0-9a-f]{1,12})-[0-9a-f]+\\.part");

  /** Two processes may see the start of a third differently, as their clocks are set. */
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

  /** How an unfinished output is deleted. */
  interface Removal {
    void remove(Path abandoned) throws IOException;
  }

  private TemporaryName() {}

  /** Returns an unused name beside an output, for this process. */
  public static Path beside(Path target) {
    ProcessHandle self = ProcessHandle.current();
    return of(target, self.pid(), start(self));
  }

  public static Path of(Path target, long process, Instant start) {
    String name =
        String.format(
            Locale.ROOT,
            ".recycle-%s-%x-%x-%x.part",
            key(target),
            process,
            start.toEpochMilli(),
            new SecureRandom().nextLong());
    return target.resolveSibling(name);
  }

  /** Removes what processes that have ended left of an output. */
  static void removeAbandoned(Path target, Removal removal) throws IOException {
    try (DirectoryStream<Path> beside =
        Files.newDirectoryStream(target.resolveSibling(""), ".recycle-*.part")) {
      for (Path path : beside) {
        Matcher parts = NAME.matcher(String.valueOf(path.getFileName()));
        if (parts.matches() && parts.group(1).equals(key(target)) && hasEnded(parts)) {
          remove(path, removal);
        }
      }
    }
  }

  private static void remove(Path abandoned, Removal removal) {
    try {
      removal.remove(abandoned);
    } catch (IOException e) {
      // Not ours, or holding more than we write: leave it.
      return;
    }
  }

  private static boolean hasEnded(Matcher parts) {
    long process = Long.parseUnsignedLong(parts.group(2), HEX);
    Instant start = Instant.ofEpochMilli(Long.parseUnsignedLong(parts.group(3), HEX));
    // Numbers of processes come round again, in a container even at every start.
    return ProcessHandle.of(process)
        .filter(alive -> Duration.between(start(alive), start).abs().compareTo(CLOCK_SLACK) < 0)
        .isEmpty();
  }

  private static Instant start(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /** A name as long as the output's own might be too long for the file system. */
  private static String key(Path target) {
    String name = String.valueOf(target.getFileName());
    return Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString().substring(0, HEX);
  }
}
