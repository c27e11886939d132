package org.recyclegan.eval.pass;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.video.Frame;

/**
 * One video at one index: its latest frames, its first, and the flows found at this index, which
 * metrics share. Its size does not grow with the number of frames read.
 */
public final class VideoWindow {

  private final int depth;
  private final List<IndexedFrame> latest;
  private final Map<FlowKey, Supplier<FlowField>> flows = new ConcurrentHashMap<>();
  private final IndexedFrame first;

  private VideoWindow(int depth, List<IndexedFrame> latest, IndexedFrame first) {
    this.depth = depth;
    this.latest = latest;
    this.first = first;
  }

  private record FlowKey(FlowEstimator estimator, int from, int to) {}

  /** Begins with a video's first frame, to hold the current one and {@code depth} before it. */
  static VideoWindow begin(Frame frame, int depth) {
    IndexedFrame first = new IndexedFrame(frame, 0);
    return new VideoWindow(depth, List.of(first), first);
  }

  /** Returns the window of the next index, without flows. */
  VideoWindow advance(Frame frame) {
    List<IndexedFrame> next = new ArrayList<>(depth + 1);
    next.add(new IndexedFrame(frame, current().index() + 1));
    next.addAll(latest.subList(0, Math.min(latest.size(), depth)));
    return new VideoWindow(depth, next, first);
  }

  public IndexedFrame current() {
    return latest.get(0);
  }

  /** Returns the frame that many before the current one; empty before the start of the video. */
  public Optional<IndexedFrame> back(int frames) {
    return frames < latest.size() ? Optional.of(latest.get(frames)) : Optional.empty();
  }

  public IndexedFrame first() {
    return first;
  }

  /** Returns the flow between two frames of this window, computed once an index. */
  public FlowField flow(FlowEstimator estimator, IndexedFrame from, IndexedFrame to) {
    FlowKey key = new FlowKey(estimator, from.index(), to.index());
    return flows.computeIfAbsent(key, k -> memoized(estimator, from, to)).get();
  }

  /** Returns what computes that flow, or empty if another metric has begun it. */
  public Optional<Runnable> beginning(FlowEstimator estimator, IndexedFrame from, IndexedFrame to) {
    FlowKey key = new FlowKey(estimator, from.index(), to.index());
    Supplier<FlowField> flow = memoized(estimator, from, to);
    return flows.putIfAbsent(key, flow) == null
        ? Optional.of(() -> Objects.requireNonNull(flow.get()))
        : Optional.empty();
  }

  /** Returns {@link #beginning} from the frame before to the current one; empty at the first. */
  public Optional<Runnable> beginningOfStep(FlowEstimator estimator) {
    return back(1).flatMap(before -> beginning(estimator, before, current()));
  }

  private static Supplier<FlowField> memoized(
      FlowEstimator estimator, IndexedFrame from, IndexedFrame to) {
    return Suppliers.memoize(() -> estimator.flow(from.gray(), to.gray()));
  }
}
