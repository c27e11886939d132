package org.recyclegan.eval;

import com.google.common.primitives.ImmutableDoubleArray;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.temporal.Flickering;

/** Temporal flickering of the output. */
final class FlickerAccumulator implements Accumulator {

  private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();

  @Override
  public void add(FrameSet moment) {
    VideoWindow output = moment.output();
    output
        .back(1)
        .ifPresent(
            before -> values.add(Flickering.between(before.frame(), output.current().frame())));
  }

  @Override
  public void report(Results results) {
    results.mean(MetricName.FLICKERING, values.build(), 1);
  }
}
