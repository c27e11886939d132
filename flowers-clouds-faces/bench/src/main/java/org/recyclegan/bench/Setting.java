package org.recyclegan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all groups share.
 *
 * @param launcher {@code scripts/recycle}
 * @param folder for files that are gone afterwards
 * @param pairs how often two things are taken in turn
 * @param frames of the clip that is retargeted and read
 * @param statement folder of the PyTorch statement's step timer, if there is one
 * @param python the interpreter that has PyTorch, OpenCV and scikit-image
 * @param report where what was found is told as soon as it is
 */
record Setting(
    Path launcher,
    Path folder,
    int pairs,
    int frames,
    @Nullable Path statement,
    String python,
    Report report) {

  /** Cores that both sides of a comparison may use. */
  static final int THREADS = Runtime.getRuntime().availableProcessors();

  /** Enough for smooth pictures, little enough for the time that measuring may take. */
  private static final int TRAINING_STEPS = 60;

  /** Takes rows. */
  interface Report {
    /** Takes a row for a section. */
    void row(String section, Row row);
  }

  /** Returns the clip, written at the first call. */
  Path clip() throws IOException {
    return clip("clip.mp4", frames);
  }

  /** Returns a clip of some frames, written at the first call. */
  Path clip(String name, int frames) throws IOException {
    return clip(name, frames, 0);
  }

  /** Returns a clip that begins some frames later, written at the first call. */
  Path clip(String name, int frames, int left) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      TestClip.write(file, TestClip.frames(frames, left));
    }
    return file;
  }

  /**
   * Returns the checkpoint of a run that was hardly trained. The network's time does not depend on
   * weights, but the encoder's does: an untrained one makes noise, which takes it a third longer.
   */
  Path checkpoint(String preset) throws Exception {
    Path run = folder.resolve("run-" + preset);
    if (!Files.exists(run)) {
      String clip = clip("short.mp4", 40).toString();
      recycle(
          "train",
          "--a",
          clip,
          "--b",
          clip,
          "--out",
          run.toString(),
          "--preset",
          preset,
          "--steps",
          Integer.toString(TRAINING_STEPS));
    }
    try (var files = Files.list(run.resolve("checkpoints"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("step-"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  /** Runs the command line as a process and returns what it printed. */
  String recycle(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    return Commands.run(command);
  }
}
