package org.recyclegan.studies.soak;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a soak counted. That nothing was lost needs no count: a loss ends the soak. */
final class Tally {

  private final String command;
  private int random;
  private int aimed;
  private int inTheWrite;
  private int finished;
  private long filesRead;

  Tally(String command) {
    this.command = command;
  }

  /**
   * Counts a kill that was survived.
   *
   * @param atWrite whether it was aimed at a write
   * @param unfinished files that it left without a name
   * @param files that have their names and were read
   */
  void killed(boolean atWrite, int unfinished, int files) {
    if (atWrite) {
      aimed++;
    } else {
      random++;
    }
    inTheWrite += unfinished > 0 ? 1 : 0;
    filesRead += files;
  }

  /** Counts a command that came to its end with the undisturbed one's results. */
  void finished() {
    finished++;
  }

  int kills() {
    return random + aimed;
  }

  /** Returns the counts by name. */
  Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("command", command);
    counts.put("kills", kills());
    counts.put("at_random", random);
    counts.put("aimed_at_a_write", aimed);
    counts.put("left_an_unfinished_file", inTheWrite);
    counts.put("survived", kills());
    counts.put("files_read_back", filesRead);
    counts.put("results_equal_to_undisturbed", finished);
    counts.put("data_lost", 0);
    return counts;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: killed %d times (%d at random, %d aimed; %d in a write), %d files read back,"
            + " %d results equal to undisturbed ones, nothing lost",
        command,
        kills(),
        random,
        aimed,
        inTheWrite,
        filesRead,
        finished);
  }
}
