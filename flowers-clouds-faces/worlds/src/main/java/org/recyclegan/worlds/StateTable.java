package org.recyclegan.worlds;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.recyclegan.files.WholeFile;

/** The hidden state of every frame as comma-separated text. */
final class StateTable {

  static final String FILE_NAME = "state.csv";

  /** What every such file begins with; the state's columns follow. */
  static final String FIRST_COLUMNS = "clip,frame,time_s,";

  /** Adds the rows of a table. */
  interface Rows {
    void addTo(StateTable table) throws IOException;
  }

  private final BufferedWriter out;

  private StateTable(BufferedWriter out) {
    this.out = out;
  }

  /** Writes a table into a folder, whole or not at all. */
  static void write(Path folder, List<String> stateColumns, Rows rows) throws IOException {
    WholeFile.write(
        folder.resolve(FILE_NAME),
        part -> {
          try (BufferedWriter out = Files.newBufferedWriter(part)) {
            out.write(FIRST_COLUMNS + String.join(",", stateColumns) + "\n");
            rows.addTo(new StateTable(out));
          }
        });
  }

  void add(String clip, int frame, double seconds, double[] state) throws IOException {
    StringBuilder line = new StringBuilder(clip);
    line.append(',').append(frame).append(String.format(Locale.ROOT, ",%.6f", seconds));
    for (double component : state) {
      line.append(String.format(Locale.ROOT, ",%.6f", component));
    }
    out.write(line.append('\n').toString());
  }
}
