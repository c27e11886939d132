package org.recyclegan.studies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.recyclegan.video.WholeFile;

/** The hidden state of every frame as comma-separated text. */
final class StateTable {

  static final String FILE_NAME = "state.csv";

  /** What every such file begins with; the state's columns follow. */
  static final String FIRST_COLUMNS = "clip,frame,time_s,";

  private final StringBuilder text = new StringBuilder();

  StateTable(List<String> stateColumns) {
    text.append(FIRST_COLUMNS).append(String.join(",", stateColumns)).append('\n');
  }

  void add(String clip, int frame, double seconds, double[] state) {
    text.append(clip).append(',').append(frame);
    text.append(String.format(Locale.ROOT, ",%.6f", seconds));
    for (double component : state) {
      text.append(String.format(Locale.ROOT, ",%.6f", component));
    }
    text.append('\n');
  }

  /** Writes it into a folder, whole or not at all. */
  void write(Path folder) throws IOException {
    WholeFile.write(folder.resolve(FILE_NAME), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
