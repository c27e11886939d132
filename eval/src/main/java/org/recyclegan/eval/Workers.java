package org.recyclegan.eval;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that take one moment in together, and read the next one meanwhile. */
final class Workers implements Closeable {

  private final ExecutorService pool;

  Workers(int threads) {
    pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "evaluate");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Returns when all have taken it in. What one of them throws is thrown here. */
  void run(List<Accumulator> accumulators, Moment moment) throws IOException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Accumulator accumulator : accumulators) {
      accumulator.flows(moment).forEach(flow -> tasks.add(callable(flow)));
    }
    for (Accumulator accumulator : accumulators) {
      tasks.add(callable(() -> accumulator.add(moment)));
    }
    try {
      for (Future<Void> done : pool.invokeAll(tasks)) {
        result(done);
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static Callable<Void> callable(Runnable task) {
    return () -> {
      task.run();
      return null;
    };
  }

  /** Begins with something that nobody waits for yet. */
  <T> Future<T> start(Callable<T> task) {
    return pool.submit(task);
  }

  /** Waits for what was begun. What it throws is thrown here. */
  static <T> T result(Future<T> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("The evaluation was interrupted");
  }

  /** Waits for what is still running: native code cannot be interrupted, but is soon done. */
  @Override
  public void close() {
    pool.shutdownNow();
    Uninterruptibles.awaitTerminationUninterruptibly(pool);
  }

  private static IOException rethrown(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    return cause instanceof IOException e ? e : new IOException("A metric failed", failure);
  }
}
