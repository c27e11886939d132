package org.recyclegan.studies.measure;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.recyclegan.studies.measure.TrueFrames.Sample;
import org.recyclegan.worlds.lanterns.LampReader;
import org.recyclegan.worlds.model.Side;

/** Reads lanterns by their known places, with one straight line for all of them. */
final class LampEstimator implements StateEstimator {

  private final LampReader reader;
  private final List<String> variables;
  private final SimpleRegression line = new SimpleRegression();

  LampEstimator(List<Sample> samples, List<String> columns, Side domain, int size) {
    reader = new LampReader(domain, size);
    variables = List.copyOf(columns);
    for (Sample sample : samples) {
      double[] readings = reader.read(sample.rgb());
      for (int lamp = 0; lamp < readings.length; lamp++) {
        line.addData(readings[lamp], sample.state()[lamp]);
      }
    }
  }

  @Override
  public List<String> variables() {
    return variables;
  }

  @Override
  public double[] read(byte[] rgb) {
    double[] values = reader.read(rgb);
    for (int lamp = 0; lamp < values.length; lamp++) {
      values[lamp] = line.predict(values[lamp]);
    }
    return values;
  }

  @Override
  public String description() {
    return "the mean light (A) or red minus blue (B) of each lantern's middle, one straight line"
        + " for all, calibrated on "
        + TrueFrames.description();
  }
}
