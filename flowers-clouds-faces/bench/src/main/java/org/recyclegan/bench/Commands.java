package org.recyclegan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs other programs. */
final class Commands {

  private Commands() {}

  /**
   * Runs a program to its end.
   *
   * @return what it wrote to its standard output
   * @throws IOException if it cannot be started or fails; with what it wrote to standard error
   */
  static String run(List<String> command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("bench", ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException(command + " ended with " + code + ": " + Files.readString(errors));
      }
      return output;
    } finally {
      Files.delete(errors);
    }
  }

  /** Returns whether a program runs here. */
  static boolean works(String... command) throws InterruptedException {
    try {
      run(List.of(command));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
