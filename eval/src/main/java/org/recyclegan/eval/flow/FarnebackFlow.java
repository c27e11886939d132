package org.recyclegan.eval.flow;

import org.bytedeco.opencv.global.opencv_video;

/**
 * Polynomial expansion with the parameters by which TecoGAN defines tOF. Good on small motion over
 * smooth texture, poor on motion of more than some twenty pixels.
 *
 * <p>References: Farnebäck, Two-Frame Motion Estimation Based on Polynomial Expansion, SCIA 2003,
 * doi: 10.1007/3-540-45103-X_50; the parameters are those of {@code metrics.py} in {@code
 * thunil/TecoGAN}.
 */
public final class FarnebackFlow implements FlowEstimator {

  private static final double PYRAMID_SCALE = 0.5;
  private static final int LEVELS = 3;
  private static final int WINDOW = 15;
  private static final int ITERATIONS = 3;
  private static final int POLYNOMIAL_NEIGHBOURHOOD = 5;
  private static final double POLYNOMIAL_SIGMA = 1.2;
  private static final int NO_FLAGS = 0;

  /** Creates the estimator. */
  public FarnebackFlow() {}

  @Override
  public FlowField flow(GrayImage from, GrayImage to) {
    return OpenCv.run(
        from,
        to,
        (a, b, flow) ->
            opencv_video.calcOpticalFlowFarneback(
                a,
                b,
                flow,
                PYRAMID_SCALE,
                LEVELS,
                WINDOW,
                ITERATIONS,
                POLYNOMIAL_NEIGHBOURHOOD,
                POLYNOMIAL_SIGMA,
                NO_FLAGS));
  }

  @Override
  public int minimumSide() {
    return OpenCv.MINIMUM_SIDE;
  }

  @Override
  public String describe() {
    return "Farneback (0.5, 3, 15, 3, 5, 1.2)";
  }
}
