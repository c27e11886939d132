package org.recyclegan.studies.measure;

import java.util.List;

/**
 * Reads the hidden state off a picture, true or generated. It is calibrated on true pictures of its
 * domain and knows nothing of methods, sources or held-out clips.
 */
public interface StateEstimator {

  /**
   * Names what it reads.
   *
   * @return columns of the world's state, in the order of {@link #read}
   */
  List<String> variables();

  /**
   * Reads a picture.
   *
   * @param rgb {@code 3 * size * size} bytes, RGB, HWC, of the size it was calibrated for
   * @return a value for each variable
   * @throws IllegalArgumentException if the picture has another size
   */
  double[] read(byte[] rgb);

  /**
   * Describes how it reads and what it was calibrated on.
   *
   * @return a sentence to show
   */
  String description();
}
