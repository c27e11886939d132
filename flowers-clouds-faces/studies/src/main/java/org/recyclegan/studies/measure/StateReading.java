package org.recyclegan.studies.measure;

/**
 * The state of one held-out clip as it was, and as it was read. Each is an array of frames, each
 * frame an array of the variables.
 *
 * @param truth the hidden state
 * @param fromTruth what the estimator reads off the true clip
 * @param fromOutput what it reads off the output, as many frames
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
public record StateReading(double[][] truth, double[][] fromTruth, double[][] fromOutput) {

  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException if there are no frames, or not as many of each
   */
  public StateReading {
    if (truth.length == 0
        || truth.length != fromOutput.length
        || truth.length != fromTruth.length) {
      throw new IllegalArgumentException(
          "Expected as many frames of each, found "
              + truth.length
              + ", "
              + fromTruth.length
              + " and "
              + fromOutput.length);
    }
  }

  int frames() {
    return truth.length;
  }

  static double[] column(double[][] rows, int variable) {
    double[] values = new double[rows.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i][variable];
    }
    return values;
  }
}
