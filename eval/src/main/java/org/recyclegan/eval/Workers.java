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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The threads of an evaluation. No task waits for another, so no thread is idle while there is
 * work.
 */
final class Workers implements Closeable {

  /** Poll interval while waiting. */
  private static final long PATIENCE_MS = 500;

  private final ExecutorService pool;

  /** The error that prevented a result, such as a full heap; it cannot be passed on otherwise. */
  private volatile @Nullable Throwable lost;

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

  /** Starts a task. */
  <T> CompletableFuture<T> start(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    pool.execute(
        () -> {
          try {
            complete(result, task);
          } catch (RuntimeException | Error e) {
            lost = e;
          }
        });
    return result;
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<T> task) {
    T value;
    try {
      value = task.call();
    } catch (Exception | Error e) {
      result.completeExceptionally(e);
      return;
    }
    result.complete(value);
  }

  /** Starts a task as soon as another one has succeeded. */
  <T> CompletableFuture<T> startAfter(CompletableFuture<?> before, Callable<T> task) {
    return before.thenCompose(done -> start(task));
  }

  /** Waits for a task, and throws its exception. */
  <T> T result(CompletableFuture<T> task) throws IOException {
    while (true) {
      try {
        return task.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        requireNothingLost();
      } catch (ExecutionException e) {
        throw rethrown(e.getCause());
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
  }

  /** Waits until a task has ended in any way, also if interrupted. */
  void settle(CompletableFuture<?> task) throws IOException {
    while (true) {
      try {
        Uninterruptibles.getUninterruptibly(task, PATIENCE_MS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        requireNothingLost();
      } catch (ExecutionException e) {
        // It has ended.
        return;
      }
    }
  }

  private void requireNothingLost() throws IOException {
    Throwable failure = lost;
    if (failure != null) {
      throw rethrown(failure);
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("The evaluation was interrupted");
  }

  /** Waits for running tasks: native code cannot be interrupted, but ends soon. */
  @Override
  public void close() {
    pool.shutdownNow();
    Uninterruptibles.awaitTerminationUninterruptibly(pool);
  }

  private static IOException rethrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    return cause instanceof IOException e ? e : new IOException("A metric failed", cause);
  }
}
