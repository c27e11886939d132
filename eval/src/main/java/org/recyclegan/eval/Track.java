package org.recyclegan.eval;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.video.Frame;

/**
 * One video as far as it has been read: its latest frames, its first, and the flows found at this
 * step, so that metrics which need the same one share it. How much is held does not depend on how
 * much has been read.
 */
final class Track {

  private final int depth;
  private final ArrayDeque<Picture> latest = new ArrayDeque<>();
  private final Map<FlowKey, Lazy<FlowField>> flows = new ConcurrentHashMap<>();
  private @Nullable Picture first;
  private int count;

  /** Holds the current frame and {@code depth} before it. */
  Track(int depth) {
    this.depth = depth;
  }

  private record FlowKey(FlowEstimator estimator, int from, int to) {}

  /** Makes a frame the current one. Not to be called while metrics are at work. */
  void advance(Frame frame) {
    Picture picture = new Picture(frame, count++);
    if (first == null) {
      first = picture;
    }
    latest.addFirst(picture);
    if (latest.size() > depth + 1) {
      latest.removeLast();
    }
    flows.clear();
  }

  Picture current() {
    return latest.getFirst();
  }

  /** The picture so many frames ago, at most the depth; empty if the video has not that many. */
  Optional<Picture> back(int frames) {
    if (frames >= latest.size()) {
      return Optional.empty();
    }
    Iterator<Picture> pictures = latest.iterator();
    for (int i = 0; i < frames; i++) {
      pictures.next();
    }
    return Optional.of(pictures.next());
  }

  Picture first() {
    Picture known = first;
    if (known == null) {
      throw new IllegalStateException("No frame has been read");
    }
    return known;
  }

  /** The flow between two pictures of this track, computed once a step. */
  FlowField flow(FlowEstimator estimator, Picture from, Picture to) {
    FlowKey key = new FlowKey(estimator, from.index(), to.index());
    return flows.computeIfAbsent(key, k -> lazy(estimator, from, to)).get();
  }

  /** What computes that flow, or empty where another will. */
  Optional<Runnable> beginning(FlowEstimator estimator, Picture from, Picture to) {
    FlowKey key = new FlowKey(estimator, from.index(), to.index());
    Lazy<FlowField> flow = lazy(estimator, from, to);
    return flows.putIfAbsent(key, flow) == null ? Optional.of(flow::get) : Optional.empty();
  }

  private static Lazy<FlowField> lazy(FlowEstimator estimator, Picture from, Picture to) {
    return new Lazy<>(() -> estimator.flow(from.gray(), to.gray()));
  }
}
