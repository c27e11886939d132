package org.recyclegan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page of errors: what a person did, and what the program said. */
final class ErrorTable {

  /** A mistake and its answer. */
  record Row(String mistake, String command, int exit, String answer) {}

  private final StringBuilder page =
      new StringBuilder(
          """
          # Errors and what they mean

          The errors that a user can cause, with the program's messages: what was wrong, what was
          expected, what was found, and what to do. `ErrorsTest` runs each command line and makes
          this page. It fails if the page is out of date;
          `mvn -pl flowers-clouds-faces/cli -am verify -Dtest=ErrorsTest -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.extraArgs=-Derrors.update=true`
          writes it again.

          Exit codes: 0 done (perhaps with a warning), 1 failed, 2 wrong usage or unusable input, 130
          interrupted. `--debug` shows the stack trace of a failure.
          """);

  private final List<Row> rows = new ArrayList<>();

  void section(String title) {
    flush();
    page.append("\n## ")
        .append(title)
        .append("\n\n| mistake | command | exit | answer |\n|---|---|---|---|\n");
  }

  void add(Row row) {
    rows.add(row);
  }

  private void flush() {
    for (Row row : rows) {
      page.append(
          "| "
              + row.mistake()
              + " | `recycle "
              + row.command().replace("|", "\\|")
              + "` | "
              + row.exit()
              + " | "
              + row.answer()
                  .lines()
                  .map(line -> line.replace("|", "\\|").replace("<", "&lt;"))
                  .collect(Collectors.joining("<br>"))
              + " |\n");
    }
    rows.clear();
  }

  String text() {
    flush();
    return page.toString();
  }
}
