package org.recyclegan.studies.measure;

import java.util.List;
import org.recyclegan.studies.measure.TrueFrames.Sample;

/** Reads a state that is nearly a straight function of some features. */
final class RegressionEstimator implements StateEstimator {

  private final List<String> variables;
  private final Features features;
  private final RidgeRegression regression;
  private final int bytes;
  private final String description;

  /**
   * Calibrates.
   *
   * @param columns of the states
   * @param variables of them that are read
   * @param penalty of the regression
   */
  RegressionEstimator(
      List<Sample> samples,
      List<String> columns,
      List<String> variables,
      Features features,
      double penalty) {
    this.variables = List.copyOf(variables);
    this.features = features;
    this.bytes = samples.get(0).rgb().length;
    double[][] x = new double[samples.size()][];
    double[][] y = new double[samples.size()][variables.size()];
    for (int s = 0; s < x.length; s++) {
      x[s] = features.of(samples.get(s).rgb());
      for (int k = 0; k < variables.size(); k++) {
        y[s][k] = samples.get(s).state()[columns.indexOf(variables.get(k))];
      }
    }
    this.regression = RidgeRegression.fit(x, y, penalty);
    this.description =
        "ridge regression (penalty "
            + penalty
            + " of the mean variance) from "
            + features.description()
            + ", calibrated on "
            + TrueFrames.description();
  }

  @Override
  public List<String> variables() {
    return variables;
  }

  @Override
  public double[] read(byte[] rgb) {
    if (rgb.length != bytes) {
      throw new IllegalArgumentException("Expected " + bytes + " bytes, found " + rgb.length);
    }
    return regression.predict(features.of(rgb));
  }

  @Override
  public String description() {
    return description;
  }
}
