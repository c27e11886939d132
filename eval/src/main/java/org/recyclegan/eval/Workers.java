package org.recyclegan.eval;

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
import java.util.concurrent.TimeUnit;

/** Threads that take one moment in together. */
final class Workers implements Closeable {

  private static final long LONGEST_FLOW_SECONDS = 60;

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
      tasks.add(
          () -> {
            accumulator.add(moment);
            return null;
          });
    }
    try {
      for (Future<Void> done : pool.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  @Override
  public void close() throws IOException {
    pool.shutdownNow();
    try {
      // Native code cannot be interrupted; nobody may close the library's inputs under it.
      if (!pool.awaitTermination(LONGEST_FLOW_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("A metric did not stop");
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IOException rethrown(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    return new IOException("A metric failed", failure);
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("The evaluation was interrupted");
  }
}
