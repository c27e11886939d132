package org.recyclegan.recycle.nn;

/**
 * One layer of a network, which turns the running value into the next. A layer with weights names
 * the first of its two parameters, the weight; its bias is the next one.
 */
public sealed interface Layer {

  /** Convolution with bias and zero padding. */
  record Convolution(int weight, int kernel, int stride, int padding) implements Layer {}

  /** Transposed convolution with bias, stride 2 and padding 1: twice the size. */
  record TransposedConvolution(int weight, int kernel, int outputPadding) implements Layer {}

  /** InstanceNorm2d(affine=False), always on the sample's own statistics. */
  record InstanceNorm() implements Layer {

    /** Added to the variance, as in PyTorch. */
    public static final double EPSILON = 1e-5;
  }

  /** Reflection by some pixels on all four sides. */
  record ReflectionPad(int padding) implements Layer {}

  /** An operation on single values. */
  enum Activation implements Layer {
    /** max(x, 0). */
    RELU,
    /** Leaky ReLU with slope 0.2. */
    LEAKY_RELU,
    /** Hyperbolic tangent. */
    TANH
  }

  /** Remembers the running value under a name. */
  record Keep(String variable) implements Layer {}

  /** Adds a remembered value to the running one. */
  record Add(String variable) implements Layer {}

  /** Puts a remembered value's channels before those of the running one. */
  record Concat(String variable) implements Layer {}
}
