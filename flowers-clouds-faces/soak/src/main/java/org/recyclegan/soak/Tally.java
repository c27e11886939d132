package org.recyclegan.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is counted while a command is killed. The first loss is the last kill. */
final class Tally {

  private final String command;
  private final List<String> lost = new ArrayList<>();
  private int random;
  private int aimed;
  private int inTheWrite;
  private int finished;
  private long filesRead;

  Tally(String command) {
    this.command = command;
  }

  /**
   * Counts a kill.
   *
   * @param atWrite whether it was aimed at a write
   * @param unfinished files that it left without a name
   */
  void killed(boolean atWrite, int unfinished) {
    if (atWrite) {
      aimed++;
    } else {
      random++;
    }
    inTheWrite += unfinished > 0 ? 1 : 0;
  }

  /** Counts files that have their names and were read after a kill. */
  void read(int files) {
    filesRead += files;
  }

  /** Counts a command that came to its end with the undisturbed one's results. */
  void finish() {
    finished++;
  }

  /** Notes what was lost. */
  void lost(String loss) {
    lost.add(loss);
  }

  int kills() {
    return random + aimed;
  }

  int finished() {
    return finished;
  }

  Counts counts() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("at_random", random);
    details.put("aimed_at_a_write", aimed);
    details.put("left_an_unfinished_file", inTheWrite);
    details.put("files_read_back", filesRead);
    details.put("results_equal_to_undisturbed", finished);
    return new Counts(command, kills(), Math.max(0, kills() - lost.size()), lost, details);
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
