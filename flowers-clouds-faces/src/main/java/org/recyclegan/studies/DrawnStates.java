package org.recyclegan.studies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recyclegan.video.InputException;

/** The hidden states of a folder of drawn clips, read back from its {@code state.csv}. */
public final class DrawnStates {

  /** The clip, the frame and the time come before the state. */
  private static final int BEFORE = 3;

  private DrawnStates() {}

  /**
   * Tells whether a folder of clips is complete: the table is written last.
   *
   * @param directory that {@link ClipWriter} wrote
   * @return whether the table is there
   */
  public static boolean areIn(Path directory) {
    return Files.exists(directory.resolve(StateTable.FILE_NAME));
  }

  /**
   * Reads the table.
   *
   * @param directory that {@link ClipWriter} wrote
   * @return for every clip, by its name without extension, the state of every frame
   * @throws InputException if a line is not one of such a table
   * @throws IOException if reading fails
   */
  public static Map<String, double[][]> read(Path directory) throws IOException {
    Path file = directory.resolve(StateTable.FILE_NAME);
    Map<String, List<double[]>> rows = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      double[] state = new double[Math.max(0, cells.size() - BEFORE)];
      try {
        for (int i = 0; i < state.length; i++) {
          state[i] = Double.parseDouble(cells.get(BEFORE + i));
        }
      } catch (NumberFormatException e) {
        throw new InputException("The table " + file, "numbers", line, "Draw the clips again.", e);
      }
      rows.computeIfAbsent(cells.get(0), clip -> new ArrayList<>()).add(state);
    }
    Map<String, double[][]> states = new LinkedHashMap<>();
    rows.forEach((clip, list) -> states.put(clip, list.toArray(double[][]::new)));
    return states;
  }
}
