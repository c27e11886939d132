package org.recyclegan.recycle.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts the values that PyTorch keeps of a forward pass, layer by layer: a convolution keeps its
 * input, a normalisation too, ReLU and tanh their result, leaky ReLU its input. Each tensor counts
 * once, for it is one however many keep it.
 */
final class ActivationCount {

  private static final int FLOAT32_BYTES = 4;
  private static final int BF16_BYTES = 2;

  /** Channels of a remembered value, and its positions for each pixel of the input. */
  private record Kept(int channels, double area) {}

  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private int channels;
  private double area = 1;
  private boolean normalised;
  private boolean padded;
  private double values;
  private double convolved;
  private double paddedValues;

  void convolution(int in, int out, double areaFactor) {
    convolved += in * area;
    if (padded) {
      paddedValues += in * area;
    }
    channels = out;
    area *= areaFactor;
    result();
    padded = false;
    normalised = false;
  }

  void pad() {
    padded = true;
  }

  void norm() {
    normalised = true;
  }

  /** The operation's result is kept, by itself or by what comes next. */
  void result() {
    values += channels * area;
  }

  void leakyRelu() {
    if (normalised) {
      // Its input is a result of its own; without normalisation it is the convolution's.
      result();
    }
    result();
    normalised = false;
  }

  void keep(String variable) {
    kept.put(variable, new Kept(channels, area));
  }

  void concat(String variable) {
    Kept other = Objects.requireNonNull(kept.get(variable), variable);
    channels += other.channels();
    result();
  }

  /**
   * Returns the size of what is kept.
   *
   * @return bytes for each pixel of the input
   */
  double bytesPerPixel(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> FLOAT32_BYTES * (values + paddedValues);
      case BF16 -> FLOAT32_BYTES * values + BF16_BYTES * convolved;
    };
  }
}
