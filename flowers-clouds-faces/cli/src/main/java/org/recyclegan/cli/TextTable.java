package org.recyclegan.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text: columns aligned, the last one as long as it likes. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  /** Returns the lines, without a line end after the last. */
  static List<String> lines(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i + 1 < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      boolean last = i + 1 == row.size();
      cells.add(last ? cell : cell + " ".repeat(widths[i] - cell.length()));
    }
    return String.join(GAP, cells);
  }
}
