package org.recyclegan.eval;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.video.Frame;

/**
 * One video at one moment: its latest frames, its first, and the flows found at this moment, so
 * that metrics which need the same one share it. How much is held does not depend on how much has
 * been read.
 */
final class VideoWindow {

  private final int depth;
  private final List<IndexedFrame> latest;
  private final Map<FlowKey, Supplier<FlowField>> flows = new ConcurrentHashMap<>();
  private final IndexedFrame first;

  private VideoWindow(int depth, List<IndexedFrame> latest, IndexedFrame first) {
    this.depth = depth;
    this.latest = latest;
    this.first = first;
  }

  /** Begins with a video's first frame, to hold the current one and {@code depth} before it. */
  static VideoWindow begin(Frame frame, int depth) {
    IndexedFrame picture = new IndexedFrame(frame, 0);
    return new VideoWindow(depth, List.of(picture), picture);
  }

  private record FlowKey(FlowEstimator estimator, int from, int to) {}

  /** Returns the next moment, with another current frame and no flows. */
  VideoWindow advance(Frame frame) {
    List<IndexedFrame> next = new ArrayList<>(depth + 1);
    next.add(new IndexedFrame(frame, current().index() + 1));
    next.addAll(latest.subList(0, Math.min(latest.size(), depth)));
    return new VideoWindow(depth, next, first);
  }

  IndexedFrame current() {
    return latest.get(0);
  }

  /** The picture so many frames ago, at most the depth; empty if the video has not that many. */
  Optional<IndexedFrame> back(int frames) {
    return frames < latest.size() ? Optional.of(latest.get(frames)) : Optional.empty();
  }

  IndexedFrame first() {
    return first;
  }

  /** The flow between two pictures of this track, computed once a moment. */
  FlowField flow(FlowEstimator estimator, IndexedFrame from, IndexedFrame to) {
    FlowKey key = new FlowKey(estimator, from.index(), to.index());
    return flows.computeIfAbsent(key, k -> lazy(estimator, from, to)).get();
  }

  /** What computes that flow, or empty where another will. */
  Optional<Runnable> beginning(FlowEstimator estimator, IndexedFrame from, IndexedFrame to) {
    FlowKey key = new FlowKey(estimator, from.index(), to.index());
    Supplier<FlowField> flow = lazy(estimator, from, to);
    return flows.putIfAbsent(key, flow) == null ? Optional.of(flow::get) : Optional.empty();
  }

  /** As {@link #beginning} from the picture before to the current one; empty at the first. */
  Optional<Runnable> beginningOfStep(FlowEstimator estimator) {
    return back(1).flatMap(before -> beginning(estimator, before, current()));
  }

  private static Supplier<FlowField> lazy(
      FlowEstimator estimator, IndexedFrame from, IndexedFrame to) {
    return Suppliers.memoize(() -> estimator.flow(from.gray(), to.gray()));
  }
}
