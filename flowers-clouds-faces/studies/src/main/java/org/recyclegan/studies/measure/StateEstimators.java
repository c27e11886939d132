package org.recyclegan.studies.measure;

import java.util.List;
import org.recyclegan.studies.measure.TrueFrames.Sample;
import org.recyclegan.worlds.model.Domain;
import org.recyclegan.worlds.model.World;

/** The estimator of each world. */
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
  public static StateEstimator calibrated(World world, Domain domain, int size, long seed) {
    List<Sample> samples = TrueFrames.draw(world, domain, size, seed);
    List<String> columns = world.stateColumns();
    return switch (world.name()) {
      case "lanterns" -> new LampEstimator(samples, columns, domain, size);
      // Where a cloud is says nothing of how much of them there is; where the clouds are counted
      // from cannot be seen at all.
      case "clouds" ->
          new RegressionEstimator(
              samples, columns, List.of("cover", "light"), new Quantiles(), QUANTILES_PENALTY);
      // How far the car has come does not show; how it stands on the road does.
      case "streets" -> pixels(samples, columns, List.of("lateral", "heading"), size);
      default -> pixels(samples, columns, columns, size);
    };
  }

  private static StateEstimator pixels(
      List<Sample> samples, List<String> columns, List<String> variables, int size) {
    return new RegressionEstimator(
        samples, columns, variables, new Thumbnail(size), PIXELS_PENALTY);
  }
}
