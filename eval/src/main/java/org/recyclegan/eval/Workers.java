package org.recyclegan.eval;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of an evaluation. Nothing that they are given waits for anything else, so none is
 * ever idle while there is something to do.
 */
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

  /** Begins with something that nobody waits for yet. */
  <T> CompletableFuture<T> start(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    pool.execute(
        () -> {
          try {
            result.complete(task.call());
          } catch (Exception | Error e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** Begins with something as soon as something else has succeeded. */
  <T> CompletableFuture<T> startAfter(CompletableFuture<?> before, Callable<T> task) {
    return before.thenCompose(done -> start(task));
  }

  /** Waits for what was begun. What it throws is thrown here. */
  static <T> T result(CompletableFuture<T> task) throws IOException {
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
