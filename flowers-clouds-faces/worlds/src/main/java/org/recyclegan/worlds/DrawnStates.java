package org.recyclegan.worlds;

import com.google.common.base.Ascii;
import com.google.common.primitives.Doubles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.InputException;

/** The hidden states of a folder of drawn clips, read back from its {@code state.csv}. */
public final class DrawnStates {

  /** Of the numbers, the frame and the time come before the state. */
  private static final int BEFORE = 2;

  /** Of a file, in bytes: enough for as many frames as are drawn, with some twenty columns. */
  private static final long LARGEST = 256 * DrawOptions.MOST_FRAMES;

  private DrawnStates() {}

  /**
   * Returns whether a folder of clips is complete: the table is written last.
   *
   * @param directory that {@link ClipWriter} wrote
   */
  public static boolean areIn(Path directory) {
    return Files.exists(directory.resolve(StateTable.FILE_NAME));
  }

  /**
   * Reads the table.
   *
   * @param directory that {@link ClipWriter} wrote
   * @return for every clip, by its name without extension, the state of every frame
   * @throws InputException if it is no such table, or larger than any that is written
   * @throws IOException if reading fails
   */
  public static Map<String, double[][]> read(Path directory) throws IOException {
    Path file = directory.resolve(StateTable.FILE_NAME);
    long bytes = Files.size(file);
    if (bytes > LARGEST) {
      throw refusal(file, "at most " + LARGEST + " bytes", bytes + " bytes");
    }
    Map<String, List<double[]>> rows = new LinkedHashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      @Nullable String first = lines.readLine();
      if (first == null || !first.startsWith(StateTable.FIRST_COLUMNS)) {
        String found = first == null ? "an empty file" : quoted(first);
        throw refusal(file, "a first line of " + StateTable.FIRST_COLUMNS, found);
      }
      int numbers = cells(first).length - 1;
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = cells(line);
        double[] row = Arrays.stream(cells).skip(1).mapToDouble(DrawnStates::number).toArray();
        if (row.length != numbers || !Arrays.stream(row).allMatch(Double::isFinite)) {
          throw refusal(file, "a clip and " + numbers + " numbers a line", quoted(line));
        }
        rows.computeIfAbsent(cells[0], clip -> new ArrayList<>())
            .add(Arrays.copyOfRange(row, BEFORE, numbers));
      }
    } catch (CharacterCodingException e) {
      throw refusal(file, "text in UTF-8", "other bytes");
    }
    Map<String, double[][]> states = new LinkedHashMap<>();
    rows.forEach((clip, list) -> states.put(clip, list.toArray(double[][]::new)));
    return states;
  }

  private static String[] cells(String line) {
    return line.split(",", -1);
  }

  /** Not a number where it is none. */
  private static double number(String cell) {
    @Nullable Double value = Doubles.tryParse(cell);
    return value == null ? Double.NaN : value;
  }

  private static String quoted(String line) {
    return "\"" + Ascii.truncate(line, 80, "...") + "\"";
  }

  private static InputException refusal(Path file, String expected, String found) {
    return new InputException("The table " + file, expected, found, "Draw the clips again.");
  }
}
