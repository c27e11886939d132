package org.recyclegan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of which {@link Bench} writes parts, each between two markers. */
final class PerformancePage {

  /** Before the ratios. */
  static final String RATIOS = "<!-- Written by scripts/bench from here -->\n";

  /** Before what steps cost by size. */
  static final String COSTS = "<!-- Written by scripts/bench --only scaling from here -->\n";

  /** After either. */
  static final String END = "<!-- to here -->\n";

  private PerformancePage() {}

  /** Replaces what lies between a marker and the next end. */
  static String replaced(String page, String marker, String part) {
    int begin = page.indexOf(marker);
    int end = page.indexOf(END, Math.max(0, begin));
    if (begin < 0 || end < 0) {
      throw new IllegalArgumentException("The page lacks the markers of what is measured");
    }
    return page.substring(0, begin + marker.length()) + "\n" + part + "\n" + page.substring(end);
  }

  static void update(Path page, String marker, String part) throws IOException {
    Files.writeString(page, replaced(Files.readString(page), marker, part));
  }
}
