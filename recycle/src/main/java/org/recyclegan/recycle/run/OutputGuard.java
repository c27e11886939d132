package org.recyclegan.recycle.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.recyclegan.video.InputException;
import org.recyclegan.video.decode.FolderContents;
import org.recyclegan.video.excerpt.Excerpt;

/**
 * Keeps a command from writing over what it reads, over a run, or over its own results, even where
 * existing outputs may be replaced. Files are compared, not names: symbolic and hard links are
 * followed. To be asked before the work begins.
 */
public final class OutputGuard {

  /** Stands for standard output in options that take a file. */
  public static final String STANDARD_OUTPUT = "-";

  private final List<Path> inputs = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();

  /**
   * Something to be written.
   *
   * @param option that names it
   * @param path where it goes
   * @param folder whether everything in it may be replaced
   */
  private record Output(String option, Path path, boolean folder) {

    boolean isStandardOutput() {
      return path.toString().equals(STANDARD_OUTPUT);
    }

    @Override
    public String toString() {
      return option + " " + path;
    }
  }

  /** Adds files and folders that the command reads; those that do not exist are passed over. */
  public OutputGuard reads(Collection<Path> paths) {
    inputs.addAll(paths);
    return this;
  }

  /** Adds a file that the command writes. */
  public OutputGuard writes(String option, Path file) {
    outputs.add(new Output(option, file, /* folder= */ false));
    return this;
  }

  /** Adds a folder whose contents the command may replace. */
  public OutputGuard writesInto(String option, Path folder) {
    outputs.add(new Output(option, folder, /* folder= */ true));
    return this;
  }

  /**
   * Compares every output with every input, with runs, and with the other outputs.
   *
   * @throws InputException if something that is to be kept would be written over
   * @throws IOException if that cannot be found out
   */
  public void check() throws IOException {
    for (int i = 0; i < outputs.size(); i++) {
      Output output = outputs.get(i);
      for (Output other : outputs.subList(0, i)) {
        requireApart(other, output);
      }
      if (!output.isStandardOutput()) {
        for (Path input : inputs) {
          requireNotRead(output, Excerpt.of(input).file());
        }
        requireNoRun(output);
      }
    }
  }

  private static void requireApart(Output first, Output second) throws IOException {
    boolean same =
        (first.isStandardOutput() || second.isStandardOutput())
            ? first.path().equals(second.path())
            : isSame(first.path(), second.path()) || real(first.path()).equals(real(second.path()));
    if (same) {
      throw new InputException(
          first + " and " + second + ": two outputs, one place",
          "a place for each",
          first.isStandardOutput() ? "standard output for both" : "the same file",
          "Name another file for one of them.");
    }
  }

  private static void requireNotRead(Output output, Path input) throws IOException {
    Path out = output.path();
    if (isSame(out, input)) {
      throw new InputException(
          output + ": the output is the input itself",
          "another file than the source",
          input.equals(out) ? "the same one" : "another name of it, " + input,
          "Choose another output; the source is never overwritten.");
    }
    if (!Files.exists(input)) {
      return;
    }
    if (output.folder() && Files.isDirectory(out) && input.toRealPath().startsWith(real(out))) {
      throw new InputException(
          output + ": an input lies in this folder of outputs",
          "a folder without " + input,
          "that file in it",
          "Choose another output; the source is never overwritten.");
    }
    if (Files.isDirectory(input)
        && FolderContents.isPicture(out)
        && real(out).startsWith(input.toRealPath())) {
      throw new InputException(
          output + ": the output is a picture of the input",
          "a file outside " + input + ", or a new one",
          "one of its pictures",
          "Choose another output; the source is never overwritten.");
    }
  }

  /** A run is more than what a command reads of it: without its other parts it cannot go on. */
  private static void requireNoRun(Output output) throws IOException {
    Optional<Path> run = RunDirectory.runOf(real(output.path()));
    if (run.isPresent()) {
      throw new InputException(
          output + ": the output is a part of a run",
          "a file of its own",
          "a place that belongs to the run " + run.get(),
          "Choose another output; a run is never overwritten.");
    }
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
  }

  /** Resolves a path that may not exist; links in its folder are followed. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      return absolute.toRealPath();
    }
    Path parent = absolute.getParent();
    return parent == null || !Files.exists(parent)
        ? absolute
        : parent.toRealPath().resolve(absolute.getFileName());
  }
}
