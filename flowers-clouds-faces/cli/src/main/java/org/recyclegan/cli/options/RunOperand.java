package org.recyclegan.cli.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.video.InputException;

/** Distinguishes runs from other files that a user may name by mistake. */
public final class RunOperand {

  /** What a checkpoint begins with: the length of its header, and the header's first bracket. */
  private static final int BEGINNING = Long.BYTES + 1;

  private static final String EXTENSION = ".safetensors";

  private RunOperand() {}

  /**
   * Makes sure that what was named as the run may be one.
   *
   * @param run a folder or a file; one that is not there is left to who looks for it
   * @param inputs that were named with it
   * @throws InputException if it is something else
   */
  static void require(Path run, List<Path> inputs) throws IOException {
    if (!Files.exists(run) || isRun(run)) {
      return;
    }
    Optional<Path> misplaced = inputs.stream().filter(RunOperand::isRunFolder).findFirst();
    if (misplaced.isPresent()) {
      throw new InputException(
          "RUN and INPUT are exchanged",
          "first the run, then the video to translate",
          "first " + run + ", then the run " + misplaced.get(),
          "Give them the other way round: " + misplaced.get() + " " + run + ".");
    }
    if (Files.isRegularFile(run)) {
      throw new InputException(
          run + ": not a run",
          "the folder that `recycle train --out` made, or a checkpoint in it",
          "another kind of file, such as a video",
          "Name the run first, then the video to translate.");
    }
  }

  /**
   * Refuses a run where a video is expected.
   *
   * @throws InputException if it is one
   */
  public static void requireNone(Path input) throws InputException {
    if (isRunFolder(input)) {
      throw new InputException(
          input + ": a run, not a video",
          "a video file or a folder of pictures",
          "the folder of a training",
          "Name a video here; a run goes where the help says RUN.");
    }
  }

  private static boolean isRunFolder(Path path) {
    return RunDirectory.isRun(path);
  }

  /** Damaged ones count: their own reader reports what is wrong. */
  private static boolean isRun(Path path) throws IOException {
    return isRunFolder(path)
        || path.toString().endsWith(EXTENSION)
        || (Files.isRegularFile(path) && beginsLikeCheckpoint(path));
  }

  private static boolean beginsLikeCheckpoint(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] beginning = in.readNBytes(BEGINNING);
      if (beginning.length < BEGINNING) {
        return false;
      }
      long header = ByteBuffer.wrap(beginning).order(ByteOrder.LITTLE_ENDIAN).getLong();
      return header > 0 && header < Files.size(file) && beginning[Long.BYTES] == '{';
    }
  }
}
