package org.recyclegan.studies.measure;

import java.util.List;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;

/**
 * Reads square pictures with an estimator of smaller ones, of which true ones are drawn in a
 * fraction of the time.
 */
public final class ShrunkPictures implements StateEstimator {

  private final StateEstimator estimator;
  private final int side;
  private final Resampler resampler;

  /**
   * Shrinks pictures.
   *
   * @param estimator of the smaller ones
   * @param side of the pictures that come in, in pixels
   * @param smaller side that the estimator was calibrated for
   */
  public ShrunkPictures(StateEstimator estimator, int side, int smaller) {
    this.estimator = estimator;
    this.side = side;
    this.resampler = Resampler.of(side, side, smaller, smaller);
  }

  @Override
  public List<String> variables() {
    return estimator.variables();
  }

  @Override
  public double[] read(byte[] rgb) {
    return estimator.read(resampler.apply(new Frame(side, side, rgb, 0)).rgb());
  }

  @Override
  public String description() {
    return estimator.description();
  }
}
