package org.recyclegan.eval.report;

import java.util.List;

/**
 * The finding for one metric over all clips.
 *
 * @param metric its name
 * @param group what was compared, such as a direction
 * @param direction {@code higher} or {@code lower} is better
 * @param means of each method, in words or numbers to show
 * @param difference of the methods with its interval, to show
 * @param verdict a sentence
 * @param different whether the paired interval excludes zero
 */
public record Finding(
    String metric,
    String group,
    String direction,
    List<Report.Fact> means,
    String difference,
    String verdict,
    boolean different) {

  /** Copies the list. */
  public Finding {
    means = List.copyOf(means);
  }
}
