package org.recyclegan.eval.metrics;

import com.google.common.primitives.ImmutableDoubleArray;
import org.recyclegan.eval.image.MsSsim;
import org.recyclegan.eval.image.Ssim;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.video.Frame;

/** SSIM and, if wanted, MS-SSIM, whose first scale is the other. */
final class FrameSimilarity implements Accumulator {

  private final ImmutableDoubleArray.Builder ssim = ImmutableDoubleArray.builder();
  private final ImmutableDoubleArray.Builder msSsim = ImmutableDoubleArray.builder();
  private boolean multiScale;

  private FrameSimilarity() {}

  /** Returns what the two metrics of a pass share. */
  static FrameSimilarity of(EvaluationPass pass) {
    return pass.share(FrameSimilarity.class, FrameSimilarity::new);
  }

  FrameSimilarity withMultiScale() {
    multiScale = true;
    return this;
  }

  @Override
  public void add(FrameSet frames) {
    Frame output = frames.output().current().frame();
    Frame truth = frames.truth().current().frame();
    if (multiScale) {
      MsSsim.Score score = MsSsim.rgb(output, truth);
      msSsim.add(score.msSsim());
      ssim.add(score.ssim());
    } else {
      ssim.add(Ssim.rgb(output, truth));
    }
  }

  ImmutableDoubleArray ssim() {
    return ssim.build();
  }

  ImmutableDoubleArray msSsim() {
    return msSsim.build();
  }
}
