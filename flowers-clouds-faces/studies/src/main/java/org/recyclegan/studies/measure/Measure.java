package org.recyclegan.studies.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recyclegan.eval.scores.Better;

/**
 * A number that a study has for every training.
 *
 * @param name as in {@code results.json}
 * @param label to show
 * @param direction which way is better
 * @param kind how it is put together over seeds
 * @param decimals to show
 */
public record Measure(String name, String label, Better direction, Kind kind, int decimals) {

  /** What a retargeting from B to A puts before the names. */
  public static final String BACK = "b2a_";

  /** How numbers of several seeds are put together. */
  public enum Kind {
    /** Their mean. */
    MEAN,
    /** Each is 0 or 1; the share of ones. */
    SHARE
  }

  private static final List<Measure> KNOWN = known();

  private static List<Measure> known() {
    List<Measure> all = new ArrayList<>();
    all.add(higher("psnr", "PSNR (dB)", 2));
    all.add(higher("ssim", "SSIM", 3));
    all.add(new Measure("tof", "tOF (px)", Better.LOWER, Kind.MEAN, 3));
    all.add(new Measure("warp_error", "warping error", Better.LOWER, Kind.MEAN, 5));
    all.add(new Measure("warp_error_ratio", "warping-error ratio", Better.LOWER, Kind.MEAN, 2));
    all.add(higher("correlation", "state: mean r", 3));
    all.add(new Measure("right_sign", "state: right sign", Better.HIGHER, Kind.SHARE, 2));
    all.add(new Measure("lag_frames", "state: lag (frames)", Better.ZERO, Kind.MEAN, 2));
    all.add(higher("variance_kept", "state: variance kept", 2));
    all.add(new Measure("collapsed", "collapsed outputs", Better.LOWER, Kind.MEAN, 1));
    for (String score : List.of("mp", "ac", "miou")) {
      String label = score.equals("miou") ? "mean IoU" : score.toUpperCase(Locale.ROOT);
      all.add(higher(score, label, 3));
      for (String condition : LabelScores.conditions()) {
        all.add(higher(score + "_" + condition, label + ", " + condition, 3));
      }
    }
    return List.copyOf(all);
  }

  private static Measure higher(String name, String label, int decimals) {
    return new Measure(name, label, Better.HIGHER, Kind.MEAN, decimals);
  }

  /**
   * Finds what a name means.
   *
   * @param name as in {@code results.json}
   * @throws IllegalArgumentException if no study has such a number
   */
  public static Measure of(String name) {
    if (name.startsWith(BACK)) {
      Measure there = of(name.substring(BACK.length()));
      return new Measure(
          name, "B to A, " + there.label, there.direction, there.kind, there.decimals);
    }
    for (Measure measure : KNOWN) {
      if (measure.name.equals(name)) {
        return measure;
      }
    }
    for (String ofVariable : List.of("correlation", "lag_frames")) {
      if (name.startsWith(ofVariable + "_")) {
        String variable = name.substring(ofVariable.length() + 1);
        Measure whole = of(ofVariable);
        String label = ofVariable.equals("correlation") ? "r of " + variable : "lag of " + variable;
        return new Measure(name, label, whole.direction, whole.kind, whole.decimals);
      }
    }
    throw new IllegalArgumentException("No study has a number called " + name);
  }
}
