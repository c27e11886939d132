package org.recyclegan.recycle.nn;

/**
 * What an architecture describes itself to, in the order of the forward pass: each call is one
 * layer that takes the running value and makes the next. So an architecture is stated once, for all
 * that it is turned into.
 */
public interface LayerBuilder {

  /** Convolution with bias and zero padding. */
  LayerBuilder convolution(String name, int in, int out, int kernel, int stride, int padding);

  /** Transposed convolution with bias, stride 2 and padding 1: twice the size. */
  LayerBuilder transposedConvolution(String name, int in, int out, int kernel, int outputPadding);

  /** InstanceNorm2d(affine=False, eps=1e-5), always on the sample's own statistics. */
  LayerBuilder instanceNorm();

  /** Reflection padding on all four sides. */
  LayerBuilder reflectionPad(int padding);

  /** Rectified linear units. */
  LayerBuilder relu();

  /** Leaky ReLU with slope 0.2. */
  LayerBuilder leakyRelu();

  /** Hyperbolic tangent. */
  LayerBuilder tanh();

  /** Remembers the running value under a name. */
  LayerBuilder keep(String variable);

  /** Adds a remembered value to the running one. */
  LayerBuilder add(String variable);

  /** Puts a remembered value's channels before those of the running one. */
  LayerBuilder concat(String variable);
}
