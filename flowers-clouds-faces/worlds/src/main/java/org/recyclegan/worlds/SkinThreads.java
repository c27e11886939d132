package org.recyclegan.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.recyclegan.worlds.model.Skin;

/**
 * Draws frames on several threads at once. A skin is not safe for use from several threads, so each
 * thread has one of its own; every frame is drawn from its state alone, so which thread draws it
 * changes nothing.
 */
final class SkinThreads implements AutoCloseable {

  private final List<Skin> skins = new ArrayList<>();
  private final List<ExecutorService> threads = new ArrayList<>();

  /**
   * Starts the threads.
   *
   * @param count of them, at least 1
   * @param skin makes one that draws as all the others do
   */
  SkinThreads(int count, Supplier<Skin> skin) {
    for (int i = 0; i < count; i++) {
      skins.add(skin.get());
      threads.add(
          Executors.newSingleThreadExecutor(
              task -> {
                Thread thread = new Thread(task, "draw");
                thread.setDaemon(true);
                return thread;
              }));
    }
  }

  /** Returns how many frames keep every thread busy while others are written. */
  int ahead() {
    return 2 * skins.size();
  }

  /** Begins to draw a frame. */
  Future<byte[]> draw(int frame, double[] state, long noiseSeed) {
    int thread = frame % skins.size();
    return threads.get(thread).submit(() -> skins.get(thread).draw(state, noiseSeed));
  }

  /** Waits for a frame. */
  static byte[] finished(Future<byte[]> frame) {
    try {
      return frame.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A frame cannot be drawn", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a frame is drawn", e);
    }
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdownNow);
  }
}
