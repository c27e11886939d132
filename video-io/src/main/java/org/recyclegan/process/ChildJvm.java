package org.recyclegan.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.recyclegan.video.InputException;

/**
 * Another Java process with this one's class path, that is talked to over its standard input and
 * output. It gets next to nothing of the environment, and its errors' text goes nowhere. Not safe
 * for use from several threads at once.
 */
public final class ChildJvm implements Closeable {

  /** Environment variables that the process, its library loader and native caches need. */
  static final Set<String> ENVIRONMENT =
      Set.of(
          "PATH",
          "HOME",
          "USERPROFILE",
          "SystemRoot",
          "TMPDIR",
          "TEMP",
          "TMP",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          "DJL_CACHE_DIR",
          "ENGINE_CACHE_DIR",
          "DJL_OFFLINE",
          "OPT_OUT_TRACKING",
          "OMP_NUM_THREADS",
          "OMP_WAIT_POLICY",
          "MALLOC_ARENA_MAX");

  private final Process process;
  private final ChildLimits limits;
  private final ScheduledExecutorService clock;
  private final DataInputStream answers;
  private final DataOutputStream requests;
  private volatile boolean tooSlow;

  private ChildJvm(Process process, ChildLimits limits) {
    this.process = process;
    this.limits = limits;
    answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "child's clock");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** A conversation with the process. */
  @FunctionalInterface
  public interface Exchange<T> {
    /**
     * Asks and reads the answer.
     *
     * @param requests to the process; flushed by the caller
     * @param answers from it
     * @throws InputException if the answer is a refusal
     * @throws IOException if the process does not answer, or nonsense
     */
    T run(DataOutputStream requests, DataInputStream answers) throws IOException;
  }

  /**
   * Starts a process in this one's working directory.
   *
   * @param main whose {@code main} it runs
   * @param limits as for the other method
   * @param javaOptions more options for Java
   * @param arguments of the main class
   * @return the process, to be closed
   * @throws IOException if it cannot be started
   */
  public static ChildJvm start(
      Class<?> main, ChildLimits limits, List<String> javaOptions, List<String> arguments)
      throws IOException {
    return start(main, limits, javaOptions, arguments, Path.of(""));
  }

  /**
   * Starts a process.
   *
   * @param main whose {@code main} it runs
   * @param limits its heap and the patience with it; that it keeps to its memory in all is its own
   *     business, through {@link ProcessGuard}
   * @param javaOptions more options for Java
   * @param arguments of the main class
   * @param directory where it works
   * @return the process, to be closed
   * @throws IOException if it cannot be started
   */
  public static ChildJvm start(
      Class<?> main,
      ChildLimits limits,
      List<String> javaOptions,
      List<String> arguments,
      Path directory)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heapMegabytes() + "m");
    // Starts fast and stays small; and a crash leaves no core and no report lying about.
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+SuppressFatalErrorMessage",
            "-Djava.awt.headless=true"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("org.bytedeco.") || name.startsWith("user."))
        .filter(name -> !name.equals("user.dir") && !name.equals("user.name"))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    return new ChildJvm(builder.start(), limits);
  }

  /** Absolute, for a process that works elsewhere. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Has a conversation with the process, no longer than it may take; then the process is killed.
   *
   * @param exchange asks and reads the answer
   * @throws InputException if the answer says so; the process lives
   * @throws ChildDiedException if there was no answer, or none that makes sense; the process is
   *     gone
   */
  public <T> T ask(Exchange<T> exchange) throws IOException {
    ScheduledFuture<?> alarm =
        clock.schedule(this::giveUp, limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return exchange.run(requests, answers);
    } catch (InputException e) {
      throw e;
    } catch (IOException e) {
      throw new ChildDiedException(death(), e);
    } finally {
      alarm.cancel(false);
    }
  }

  private void giveUp() {
    tooSlow = true;
    process.destroyForcibly();
  }

  /** Makes sure that it is dead and finds out why. */
  private ChildDiedException.Cause death() {
    try {
      // A dying process closes its pipes a moment before it is gone.
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return ChildDiedException.Cause.NONSENSE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return ChildDiedException.Cause.CRASH;
    }
    if (tooSlow) {
      return ChildDiedException.Cause.PATIENCE;
    }
    return process.exitValue() == ProcessGuard.MEMORY_EXIT
        ? ChildDiedException.Cause.MEMORY
        : ChildDiedException.Cause.CRASH;
  }

  /** Returns whether the process is running. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills the process and waits until it is gone. */
  @Override
  public void close() {
    clock.shutdownNow();
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
