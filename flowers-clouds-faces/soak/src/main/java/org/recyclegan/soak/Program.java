package org.recyclegan.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** This program in processes of its own: the same Java, with the same options and class path. */
public final class Program {

  private static final long LOOK_MILLIS = 100;

  private final Class<?> main;
  private final List<String> javaOptions;
  private final Path folder;
  private final BooleanSupplier stop;

  /**
   * Names what is started.
   *
   * @param main has the main method
   * @param javaOptions besides those of this process
   * @param folder for what the processes say and for their temporary files; made where missing
   * @param stop returns true once the user has asked to stop: a process is then not waited for
   */
  public Program(Class<?> main, List<String> javaOptions, Path folder, BooleanSupplier stop) {
    this.main = main;
    this.javaOptions = List.copyOf(javaOptions);
    this.folder = folder;
    this.stop = stop;
  }

  /**
   * Starts a command. One thread does its arithmetic, so that processes at its side count.
   *
   * @param arguments of the command line
   * @return running; what it says goes to {@link #log()}
   */
  Process start(List<String> arguments) throws IOException {
    Files.createDirectories(temporary());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(javaOptions);
    command.add("-Drecycle.terminal=false");
    command.add("-Djava.io.tmpdir=" + temporary());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.to(log().toFile()));
    return builder.start();
  }

  /**
   * Runs a command to its end.
   *
   * @throws SoakException if it does not end with 0
   */
  void run(List<String> arguments) throws IOException {
    Process process = start(arguments);
    int code = await(process);
    if (code != 0) {
      throw new SoakException(arguments + " ended with " + code + ": " + said());
    }
  }

  /** Waits for a process and returns its exit code; ends it first if the user asks to stop. */
  int await(Process process) {
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (isStopped()) {
          process.destroyForcibly();
        }
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Returns whether the user has asked to stop. */
  boolean isStopped() {
    return stop.getAsBoolean();
  }

  /** Returns where the last process wrote what it had to say. */
  private Path log() {
    return folder.resolve("child.log");
  }

  /** Returns what the last process said. */
  String said() {
    try {
      return Files.readString(log()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the folder of the processes' temporary files. */
  Path temporary() {
    return folder.resolve("tmp").toAbsolutePath();
  }
}
