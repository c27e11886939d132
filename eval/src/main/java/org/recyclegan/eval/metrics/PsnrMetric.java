package org.recyclegan.eval.metrics;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.recyclegan.eval.image.Psnr;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.FrameSeries;

/**
 * Peak signal-to-noise ratio. One identical frame makes the mean infinite; the details then say
 * what the other frames have.
 */
final class PsnrMetric extends TruthMetric {

  /** The mean over the frames that are not identical, where some are. */
  private static final String OF_OTHER_FRAMES = "meanOfOtherFrames";

  /** Name of the PSNR of the squared error averaged over all frames, including identical ones. */
  private static final String OF_MEAN_ERROR = "ofMeanSquaredError";

  PsnrMetric() {
    super(
        "psnr",
        "dB",
        Better.HIGHER,
        "RGB, squared error over pixels and channels jointly, peak 255; mean over frames",
        /* minimumSide= */ 1);
  }

  @Override
  public int cost() {
    return 10;
  }

  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    SquaredErrors errors = pass.accumulate(new SquaredErrors());
    return () -> outcome(errors.values.build(), pass);
  }

  private Outcome outcome(ImmutableDoubleArray errors, EvaluationPass pass) {
    double[] values = errors.stream().map(Psnr::decibels).toArray();
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    FrameSeries series = new FrameSeries(name(), 0, ImmutableDoubleArray.copyOf(values));
    Map<String, Double> details = new LinkedHashMap<>();
    double ofMeanError = Psnr.decibels(errors.stream().average().orElse(0));
    if (finite.length == values.length) {
      details.put(OF_MEAN_ERROR, ofMeanError);
      return Outcome.mean(series, pass.bootstrap())
          .detailed(values.length == 0 ? Map.of() : details);
    }
    String reason =
        "infinite: "
            + (values.length - finite.length)
            + " of "
            + values.length
            + " frames are identical";
    if (finite.length > 0) {
      double mean = Arrays.stream(finite).average().orElseThrow();
      details.put(OF_OTHER_FRAMES, mean);
      details.put(OF_MEAN_ERROR, ofMeanError);
      reason +=
          String.format(
              Locale.ROOT,
              "; the mean over the others is %.6g, that of the mean squared error %.6g",
              mean,
              ofMeanError);
    }
    return Outcome.notApplicable(reason, values.length).with(List.of(series)).detailed(details);
  }

  private static final class SquaredErrors implements Accumulator {

    private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();

    @Override
    public void add(FrameSet frames) {
      values.add(
          Psnr.squaredError(frames.output().current().frame(), frames.truth().current().frame()));
    }
  }
}
