package org.recyclegan.studies.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page whose part between two markers is written by {@link Bench}. */
final class PerformancePage {

  static final String BEGIN = "<!-- Written by scripts/bench from here -->\n";
  static final String END = "<!-- to here -->\n";

  private PerformancePage() {}

  /** Replaces what lies between the markers. */
  static String replaced(String page, String part) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("The page lacks the markers of what is measured");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + part + "\n" + page.substring(end);
  }

  static void update(Path page, String part) throws IOException {
    Files.writeString(page, replaced(Files.readString(page), part));
  }
}
