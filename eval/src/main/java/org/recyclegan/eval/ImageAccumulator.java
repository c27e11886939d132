package org.recyclegan.eval;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.recyclegan.eval.image.MsSsim;
import org.recyclegan.eval.image.Psnr;
import org.recyclegan.eval.image.Ssim;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.video.Frame;

/** PSNR, SSIM and MS-SSIM of the output against the reference. */
final class ImageAccumulator implements Accumulator {

  private final Map<MetricName, ImmutableDoubleArray.Builder> series =
      new EnumMap<>(MetricName.class);

  /** Computes some of the three. */
  ImageAccumulator(Set<MetricName> wanted) {
    for (MetricName name : wanted) {
      series.put(name, ImmutableDoubleArray.builder());
    }
  }

  @Override
  public void add(FrameSet moment) {
    Frame output = moment.output().current().frame();
    Frame truth = moment.truth().current().frame();
    if (series.containsKey(MetricName.PSNR)) {
      append(MetricName.PSNR, Psnr.rgb(output, truth));
    }
    if (series.containsKey(MetricName.MS_SSIM)) {
      MsSsim.Score score = MsSsim.rgb(output, truth);
      append(MetricName.MS_SSIM, score.msSsim());
      append(MetricName.SSIM, score.ssim());
    } else if (series.containsKey(MetricName.SSIM)) {
      append(MetricName.SSIM, Ssim.rgb(output, truth));
    }
  }

  @Override
  public void report(Results results) {
    series.forEach((name, values) -> results.mean(name, values.build(), 0));
  }

  private void append(MetricName name, double value) {
    ImmutableDoubleArray.Builder values = series.get(name);
    if (values != null) {
      values.add(value);
    }
  }
}
