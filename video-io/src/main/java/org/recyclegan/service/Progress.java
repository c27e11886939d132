package org.recyclegan.service;

import java.util.Locale;
import java.util.Map;

/**
 * How far a service is.
 *
 * @param stage what is counted, in the singular: frame, step, decoding daisy.mp4
 * @param done how many are done, counted from 1
 * @param total how many there will be, or {@link #UNKNOWN}
 * @param share of the work that is done, from 0 to 1, where it is known better than by counting;
 *     else NaN
 * @param secondsLeft an estimate, where the service has a better one than by counting; else NaN
 * @param figures to show beside it, such as losses; in the map's order
 */
public record Progress(
    String stage,
    long done,
    long total,
    double share,
    double secondsLeft,
    Map<String, Double> figures) {

  /** A total that is not known. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  /**
   * Counts, without figures.
   *
   * @param stage what is counted
   * @param done how many are done
   * @param total how many there will be, or {@link #UNKNOWN}
   */
  public static Progress of(String stage, long done, long total) {
    return new Progress(stage, done, total, Double.NaN, Double.NaN, Map.of());
  }

  /**
   * Writes a time as people do.
   *
   * @param seconds rounded to whole ones
   * @return hours, minutes and seconds, hours only if there are any
   */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** Returns whether this is the end of its stage, if its length is known. */
  public boolean isLast() {
    return share >= 1 || done >= total;
  }
}
