package org.recyclegan.recycle.retarget;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Three stages that overlap: one thread produces, workers transform, one thread consumes, in the
 * order of production. The queues between them are short, so memory does not depend on how many
 * items pass.
 */
public final class StagePipeline {

  /** Enough to smooth a slow item, few enough to keep memory small. */
  private static final int QUEUED = 4;

  private static final long POLL_MILLIS = 50;

  /**
   * Produces items.
   *
   * @param <T> of the items
   */
  public interface Producer<T> {
    /**
     * Produces the next item.
     *
     * @return null at the end
     * @throws IOException which ends the pipeline
     */
    @Nullable T next() throws IOException;
  }

  /**
   * Makes one item of another, several side by side.
   *
   * @param <T> of the items
   */
  public interface Transform<T> {
    /**
     * Makes an item.
     *
     * @param item that was produced
     * @return the result
     * @throws IOException which ends the pipeline
     */
    T apply(T item) throws IOException;
  }

  /**
   * Takes finished items.
   *
   * @param <T> of the items
   */
  public interface Consumer<T> {
    /**
     * Takes an item.
     *
     * @param item finished
     * @return false if no more is wanted, though there may be
     * @throws IOException which ends the pipeline
     */
    boolean accept(T item) throws IOException;
  }

  private StagePipeline() {}

  /**
   * Passes every item through.
   *
   * @param <T> of the items
   * @param producer called by one thread
   * @param transform called by the workers
   * @param consumer called by one thread
   * @param workers transform, each an item at a time; shut down on return
   * @param stop asked for every item; once true, no further one is taken
   * @return whether the end was reached, which it is not where the consumer wanted no more
   * @throws IOException what a stage threw
   */
  public static <T> boolean run(
      Producer<T> producer,
      Transform<T> transform,
      ExecutorService workers,
      Consumer<T> consumer,
      BooleanSupplier stop)
      throws IOException {
    BlockingQueue<Optional<T>> produced = new ArrayBlockingQueue<>(QUEUED);
    BlockingQueue<Optional<Future<T>>> transformed = new ArrayBlockingQueue<>(QUEUED);
    ExecutorService threads = Executors.newFixedThreadPool(2, StagePipeline::daemon);
    try {
      Future<?> producing = threads.submit(() -> produceAll(producer, produced));
      Future<Boolean> consuming = threads.submit(() -> consumeAll(consumer, transformed));
      boolean complete =
          transformAll(
              produced,
              transformed,
              item -> workers.submit(() -> transform.apply(item)),
              producing,
              consuming,
              stop);
      if (complete) {
        producing.get();
        complete = consuming.get();
      }
      return complete;
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      stopThreads(threads);
      stopThreads(workers);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "retarget-stage");
    thread.setDaemon(true);
    return thread;
  }

  private static <T> @Nullable Void produceAll(
      Producer<T> producer, BlockingQueue<Optional<T>> produced)
      throws IOException, InterruptedException {
    @Nullable T item = producer.next();
    while (item != null) {
      produced.put(Optional.of(item));
      item = producer.next();
    }
    produced.put(Optional.empty());
    return null;
  }

  /** Returns whether it came to the end. */
  private static <T> boolean consumeAll(
      Consumer<T> consumer, BlockingQueue<Optional<Future<T>>> transformed)
      throws IOException, InterruptedException {
    Optional<Future<T>> item = transformed.take();
    while (item.isPresent()) {
      try {
        if (!consumer.accept(item.get().get())) {
          return false;
        }
      } catch (ExecutionException e) {
        throw rethrown(e.getCause());
      }
      item = transformed.take();
    }
    return true;
  }

  /** Returns early when a neighbour has failed; its failure is then found in its future. */
  private static <T> boolean transformAll(
      BlockingQueue<Optional<T>> produced,
      BlockingQueue<Optional<Future<T>>> transformed,
      Function<T, Future<T>> start,
      Future<?> producing,
      Future<?> consuming,
      BooleanSupplier stop)
      throws InterruptedException, ExecutionException {
    while (!stop.getAsBoolean()) {
      Optional<T> item = produced.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (item == null) {
        if (producing.isDone() && produced.isEmpty()) {
          producing.get();
        }
        continue;
      }
      Optional<Future<T>> result = item.map(start);
      while (!transformed.offer(result, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        if (consuming.isDone()) {
          consuming.get();
          return false;
        }
      }
      if (result.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** They must be at rest before the caller frees what they use. */
  private static void stopThreads(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.SECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Returns an exception of reading or writing for the caller to throw; throws any other itself.
   */
  private static IOException rethrown(@Nullable Throwable cause) {
    if (cause instanceof IOException e) {
      return e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    throw new IllegalStateException(cause);
  }
}
