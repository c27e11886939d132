package org.recyclegan.studies;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** The hidden state of every frame as comma-separated text, complete or not there at all. */
final class StateTable implements Closeable {

  static final String FILE_NAME = "state.csv";

  private final Path target;
  private final Path pending;
  private final BufferedWriter out;

  StateTable(Path directory, List<String> stateColumns) throws IOException {
    target = directory.resolve(FILE_NAME);
    // Not a system temporary file: those are readable by their owner only.
    pending = directory.resolve("." + FILE_NAME + ".part");
    out = Files.newBufferedWriter(pending);
    out.write("clip,frame,time_s," + String.join(",", stateColumns) + "\n");
  }

  void row(String clip, int frame, double seconds, double[] state) throws IOException {
    StringBuilder line = new StringBuilder(clip);
    line.append(',').append(frame).append(String.format(Locale.ROOT, ",%.6f", seconds));
    for (double component : state) {
      line.append(String.format(Locale.ROOT, ",%.6f", component));
    }
    out.write(line.append('\n').toString());
  }

  /** Gives the table its name, in place of an earlier one. */
  void commit() throws IOException {
    out.close();
    Files.move(pending, target, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(pending);
    }
  }
}
