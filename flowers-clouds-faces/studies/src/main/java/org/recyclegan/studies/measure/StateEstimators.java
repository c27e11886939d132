package org.recyclegan.studies.measure;

import java.util.List;
import org.recyclegan.studies.measure.TrueFrames.Sample;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.World;

/** Chooses the estimator that suits how a world shows its state. */
public final class StateEstimators {

  /** Found on calibration pictures: smaller ones read noise, larger ones lose brows and blinks. */
  private static final double PIXELS_PENALTY = 0.1;

  private static final double QUANTILES_PENALTY = 1e-3;

  private StateEstimators() {}

  /**
   * Calibrates an estimator on true pictures, which are drawn for it.
   *
   * @param world whose state is read
   * @param domain whose pictures are read
   * @param size of the square pictures, in pixels
   * @param seed of the look, as it was drawn with
   * @return the same for the same arguments
   */
  public static StateEstimator calibrated(World world, Side domain, int size, long seed) {
    List<Sample> samples = TrueFrames.draw(world, domain, size, seed);
    List<String> columns = world.stateColumns();
    List<String> variables = world.visibleColumns();
    return switch (world.readout()) {
      case LAMP -> new LampEstimator(samples, columns, domain, size);
      case DISTRIBUTION ->
          new RegressionEstimator(samples, columns, variables, new Quantiles(), QUANTILES_PENALTY);
      case PIXELS ->
          new RegressionEstimator(samples, columns, variables, new Thumbnail(size), PIXELS_PENALTY);
    };
  }
}
