package org.recyclegan.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.flow.FlowField;
import org.recyclegan.video.Frame;

/**
 * One video at one moment: its latest frames, its first, and the flows found at this moment, so
 * that metrics which need the same one share it. How much is held does not depend on how much has
 * been read.
 */
final class Track {

  private final int depth;
  private final List<Picture> latest;
  private final Map<FlowKey, Lazy<FlowField>> flows = new ConcurrentHashMap<>();
  private final Picture first;

  private Track(int depth, List<Picture> latest, Picture first) {
    this.depth = depth;
    this.latest = latest;
    this.first = first;
  }

  /** Begins with a video's first frame, to hold the current one and {@code depth} before it. */
  static Track begin(Frame frame, int depth) {
    Picture picture = new Picture(frame, 0);
    return new Track(depth, List.of(picture), picture);
  }

  private record FlowKey(FlowEstimator estimator, int from, int to) {}

  /** Returns the next moment, with another current frame and no flows. */
  Track advance(Frame frame) {
    List<Picture> next = new ArrayList<>(depth + 1);
    next.add(new Picture(frame, current().index() + 1));
    next.addAll(latest.subList(0, Math.min(latest.size(), depth)));
    return new Track(depth, next, first);
  }

  Picture current() {
    return latest.get(0);
  }

  /** The picture so many frames ago, at most the depth; empty if the video has not that many. */
  Optional<Picture> back(int frames) {
    return frames < latest.size() ? Optional.of(latest.get(frames)) : Optional.empty();
  }

  Picture first() {
    return first;
  }

  /** The flow between two pictures of this track, computed once a moment. */
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

  /** As {@link #beginning} from the picture before to the current one; empty at the first. */
  Optional<Runnable> beginningOfStep(FlowEstimator estimator) {
    return back(1).flatMap(before -> beginning(estimator, before, current()));
  }

  private static Lazy<FlowField> lazy(FlowEstimator estimator, Picture from, Picture to) {
    return new Lazy<>(() -> estimator.flow(from.gray(), to.gray()));
  }
}
