package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.recyclegan.cli.failure.ExitCode;

/** Drawn clips, the smallest run, and the program to use them with, all in one folder. */
final class Workbench {

  /** What makes a training small, without how long it is. */
  static final String SMALL =
      " --size 32 --generator-filters 8 --generator-blocks 1 --discriminator-filters 8"
          + " --predictor-filters 8 --device cpu --threads 1";

  private final Path folder;
  private final Console console = new Console();

  Workbench(Path folder) {
    this.folder = folder;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Runs a command; {@code @} stands for the folder, blanks separate arguments. */
  int run(String command) {
    return console.run(
        Arrays.stream(command.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace("@", folder + "/"))
            .toArray(String[]::new));
  }

  void succeeds(String command) {
    assertEquals(ExitCode.OK, run(command), () -> command + "\n" + told());
  }

  /** Runs a command that must be refused with these words. */
  void refuses(String command, String... words) {
    assertEquals(ExitCode.USAGE, run(command), () -> command + "\n" + told());
    says(words);
  }

  void says(String... words) {
    for (String word : words) {
      assertTrue(told().contains(word), () -> "Expected: " + word + "\n" + told());
    }
  }

  String told() {
    return console.told();
  }

  String out() {
    return console.out();
  }

  String err() {
    return console.err();
  }

  /** Draws {@code clips/a-000.mp4} and {@code b-000.mp4}, and a held-out pair. */
  Workbench draw() {
    succeeds("draw flowers --out @clips --size 32 --frames 12 --clips 1");
    return this;
  }

  /** Trains on the clips. */
  Workbench train(String run, String options) {
    succeeds(training(run) + options);
    return this;
  }

  String training(String run) {
    return "train --a @clips/a-000.mp4 --b @clips/b-000.mp4 --out @" + run + SMALL + " ";
  }
}
