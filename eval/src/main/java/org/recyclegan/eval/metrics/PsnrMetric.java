package org.recyclegan.eval.metrics;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.recyclegan.eval.image.Psnr;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.pass.Pass;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.FrameSeries;

/** Peak signal-to-noise ratio. Infinite for an identical frame, and then for the clip. */
final class PsnrMetric extends Metric {

  PsnrMetric() {
    super(
        "psnr",
        "dB",
        Better.HIGHER,
        "RGB, squared error over pixels and channels jointly, peak 255; mean over frames",
        Input.OUTPUT,
        Input.REFERENCE);
  }

  @Override
  public int cost() {
    return 10;
  }

  @Override
  public Supplier<Outcome> begin(Pass pass) {
    Frames frames = pass.accumulate(new Frames());
    return () -> outcome(frames.values.build(), pass);
  }

  private Outcome outcome(ImmutableDoubleArray values, Pass pass) {
    FrameSeries series = new FrameSeries(name(), 0, values);
    double[] finite = values.stream().filter(Double::isFinite).toArray();
    if (finite.length == values.length()) {
      return Outcome.mean(series, pass.bootstrap());
    }
    String identical =
        (values.length() - finite.length) + " of " + values.length() + " frames are identical";
    String reason =
        finite.length == 0
            ? "infinite: " + identical
            : String.format(
                Locale.ROOT,
                "infinite: %s; the mean over the others is %.6g",
                identical,
                Arrays.stream(finite).average().orElseThrow());
    return Outcome.notApplicable(reason, values.length()).with(List.of(series));
  }

  private static final class Frames implements Accumulator {

    private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();

    @Override
    public void add(FrameSet frames) {
      values.add(Psnr.rgb(frames.output().current().frame(), frames.truth().current().frame()));
    }
  }
}
