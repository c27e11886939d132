package org.recyclegan.recycle.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts the values that PyTorch keeps of a forward pass, layer by layer: a convolution keeps its
 * input, a normalisation too, ReLU and tanh their result, leaky ReLU its input. Each tensor counts
 * once, for it is one however many keep it.
 */
final class ActivationCount implements LayerBuilder {

  private static final int FLOAT32_BYTES = 4;
  private static final int BF16_BYTES = 2;

  /** Channels of remembered values. */
  private final Map<String, Integer> kept = new LinkedHashMap<>();

  private int channels;
  private double area = 1;
  private boolean normalised;
  private boolean padded;
  private double values;
  private double convolved;
  private double paddedValues;

  @Override
  public LayerBuilder convolution(
      String name, int in, int out, int kernel, int stride, int padding) {
    return convolution(in, out, 1.0 / (stride * stride));
  }

  @Override
  public LayerBuilder transposedConvolution(
      String name, int in, int out, int kernel, int outputPadding) {
    return convolution(in, out, 4);
  }

  private LayerBuilder convolution(int in, int out, double areaFactor) {
    convolved += in * area;
    if (padded) {
      paddedValues += in * area;
    }
    channels = out;
    area *= areaFactor;
    padded = false;
    normalised = false;
    return result();
  }

  @Override
  public LayerBuilder reflectionPad(int padding) {
    padded = true;
    return this;
  }

  @Override
  public LayerBuilder instanceNorm() {
    normalised = true;
    return this;
  }

  /** The operation's result is kept, by itself or by what comes next. */
  private LayerBuilder result() {
    values += channels * area;
    return this;
  }

  @Override
  public LayerBuilder relu() {
    return result();
  }

  @Override
  public LayerBuilder tanh() {
    return result();
  }

  /** Keeps its input, which is one more tensor where a normalisation made it. */
  @Override
  public LayerBuilder leakyRelu() {
    if (normalised) {
      result();
    }
    normalised = false;
    return result();
  }

  @Override
  public LayerBuilder keep(String variable) {
    kept.put(variable, channels);
    return this;
  }

  @Override
  public LayerBuilder add(String variable) {
    return result();
  }

  @Override
  public LayerBuilder concat(String variable) {
    channels += Objects.requireNonNull(kept.get(variable), variable);
    return result();
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
