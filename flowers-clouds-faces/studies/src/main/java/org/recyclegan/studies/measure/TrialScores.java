package org.recyclegan.studies.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was found out about one training.
 *
 * @param method its name
 * @param seed of it
 * @param steps of training
 * @param seconds of training, wall-clock, interruptions and measurements not counted
 * @param values the numbers by the names of {@link Measure}, on all frames of all held-out clips
 * @param curve the same on a few of the frames, while it was trained
 */
public record TrialScores(
    String method,
    long seed,
    long steps,
    double seconds,
    Map<String, Double> values,
    List<CurvePoint> curve) {

  /** Copies the collections. */
  public TrialScores {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    curve = List.copyOf(curve);
  }

  /**
   * A moment of the training.
   *
   * @param step of training
   * @param seconds of training
   * @param values some of the numbers by the names of {@link Measure}
   */
  public record CurvePoint(long step, double seconds, Map<String, Double> values) {

    /** Copies the map. */
    public CurvePoint {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}
