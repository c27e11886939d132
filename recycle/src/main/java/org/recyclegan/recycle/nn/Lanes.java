package org.recyclegan.recycle.nn;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Threads for computations that do not depend on each other. Two networks side by side, each on
 * half of the threads, are faster than one after the other on all of them: a step has thousands of
 * short operations, and where each is divided its parts wait for each other.
 */
public final class Lanes implements AutoCloseable {

  /** A thread of a lane: work that is split again within a lane stays in it. */
  private final class Lane extends Thread {
    Lane(Runnable task, String name) {
      super(task, name);
      setDaemon(true);
    }

    boolean isOf(Lanes lanes) {
      return Lanes.this == lanes;
    }
  }

  private final List<ExecutorService> threads = new ArrayList<>();
  private final List<Thread> started = new CopyOnWriteArrayList<>();

  /**
   * Starts the threads.
   *
   * @param count how many; less than two for none, so that everything runs in the caller's
   * @param prepare run first in each
   */
  public Lanes(int count, Runnable prepare) {
    for (int i = 0; count > 1 && i < count; i++) {
      String name = "lane-" + i;
      ExecutorService thread =
          Executors.newSingleThreadExecutor(
              task -> {
                Lane lane = new Lane(task, name);
                started.add(lane);
                return lane;
              });
      threads.add(thread);
      finish(thread.submit(prepare));
    }
  }

  /**
   * Runs computations, the first in the first lane and so on, and waits for all of them.
   *
   * @param <T> what they return
   * @param computations as many as wanted; a lane does its own in their order
   * @return their results in order
   * @throws RuntimeException the first that one of them threw, after all have ended
   */
  public <T> List<T> run(List<Supplier<T>> computations) {
    if (threads.isEmpty() || isOwn(Thread.currentThread())) {
      return computations.stream().map(Supplier::get).toList();
    }
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < computations.size(); i++) {
      Supplier<T> computation = computations.get(i);
      running.add(threads.get(i % threads.size()).submit(computation::get));
    }
    List<T> results = new ArrayList<>();
    RuntimeException failure = null;
    Error error = null;
    for (Future<T> future : running) {
      try {
        results.add(finish(future));
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      } catch (Error e) {
        error = error == null ? e : error;
      }
    }
    if (error != null) {
      throw error;
    }
    if (failure != null) {
      throw failure;
    }
    return results;
  }

  private boolean isOwn(Thread thread) {
    return thread instanceof Lane lane && lane.isOf(this);
  }

  /** Waits without giving up on an interrupt: the tensors in use must not be freed meanwhile. */
  private static <T> T finish(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
          }
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits for the threads' ends: none may be in native code when the process leaves it. */
  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdown);
    started.forEach(Uninterruptibles::joinUninterruptibly);
  }
}
