package org.recyclegan.eval;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.FrameSet;

/**
 * Feeds metrics with sets of frames, several at a time: the flows of later sets are computed while
 * earlier ones are still compared, so that no thread waits for the slowest metric. Each metric sees
 * the sets in order, one at a time.
 */
final class MetricPipeline {

  /** Flows are large: two numbers per pixel, and several per set of frames. */
  private static final int MOST_WITH_FLOWS = 2;

  /** Enough for two indices with flows to overlap where only some have flows. */
  private static final int MOST = 4;

  private final Workers workers;
  private final List<Accumulator> accumulators;
  private final IntConsumer frameDone;
  private final List<CompletableFuture<Void>> latest = new ArrayList<>();
  private final ArrayDeque<Begun> begun = new ArrayDeque<>();
  private int finished;

  /** A set of frames in progress, and whether it holds flows. */
  private record Begun(CompletableFuture<Void> done, boolean flows) {}

  /**
   * Begins.
   *
   * @param frameDone told the number of sets after each one, on the thread that delivers them
   */
  MetricPipeline(Workers workers, List<Accumulator> accumulators, IntConsumer frameDone) {
    this.workers = workers;
    this.accumulators = accumulators;
    this.frameDone = frameDone;
    accumulators.forEach(accumulator -> latest.add(CompletableFuture.completedFuture(null)));
  }

  /** Takes the next frames. Exceptions from earlier comparisons are thrown here. */
  void add(FrameSet frames) throws IOException {
    List<Runnable> flows = new ArrayList<>();
    for (Accumulator accumulator : accumulators) {
      flows.addAll(accumulator.flows(frames));
    }
    while (begun.size() >= MOST || (!flows.isEmpty() && withFlows() >= MOST_WITH_FLOWS)) {
      finishOne();
    }
    CompletableFuture<Void> found =
        CompletableFuture.allOf(
            flows.stream().map(this::start).toArray(CompletableFuture<?>[]::new));
    for (int i = 0; i < accumulators.size(); i++) {
      Accumulator accumulator = accumulators.get(i);
      CompletableFuture<Void> ready = CompletableFuture.allOf(found, latest.get(i));
      latest.set(i, workers.startAfter(ready, task(() -> accumulator.add(frames))));
    }
    CompletableFuture<Void> done =
        CompletableFuture.allOf(latest.toArray(CompletableFuture<?>[]::new));
    begun.add(new Begun(done, !flows.isEmpty()));
  }

  /** Waits for the work in progress. */
  void finish() throws IOException {
    while (!begun.isEmpty()) {
      finishOne();
    }
  }

  private void finishOne() throws IOException {
    workers.result(begun.remove().done());
    finished++;
    frameDone.accept(finished);
  }

  private long withFlows() {
    return begun.stream().filter(Begun::flows).count();
  }

  private CompletableFuture<Void> start(Runnable flow) {
    return workers.start(task(flow));
  }

  private static Callable<Void> task(Runnable work) {
    return () -> {
      work.run();
      return null;
    };
  }
}
