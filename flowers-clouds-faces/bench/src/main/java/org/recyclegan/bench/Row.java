package org.recyclegan.bench;

import com.google.common.primitives.Doubles;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** One line of the table: what is compared, what is asked for, what came. */
record Row(String what, Target target, List<Double> values, String note) {

  Row(String what, Target target, double[] values, String note) {
    this(what, target, Doubles.asList(values), note);
  }

  /** What a value must be. */
  record Target(double bound, boolean atLeast) {
    static Target atLeast(double bound) {
      return new Target(bound, true);
    }

    static Target atMost(double bound) {
      return new Target(bound, false);
    }

    boolean met(double value) {
      return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s %.2f", atLeast ? "≥" : "≤", bound);
    }
  }

  /** A row without a value, and why. */
  static Row notMeasured(String what, Target target, String why) {
    return new Row(what, target, List.of(), why);
  }

  double median() {
    return new Median().evaluate(Doubles.toArray(values));
  }

  String verdict() {
    if (values.isEmpty()) {
      return "not measured";
    }
    return target.met(median()) ? "met" : "**short**";
  }

  private String range() {
    return values.isEmpty()
        ? "| "
        : String.format(
            Locale.ROOT,
            "%.3f | %.3f to %.3f (%d)",
            median(),
            Collections.min(values),
            Collections.max(values),
            values.size());
  }

  /** As a line of a Markdown table: what, target, median, range, verdict, note. */
  String markdown() {
    return "| " + String.join(" | ", what, target.toString(), range(), verdict(), note) + " |";
  }
}
