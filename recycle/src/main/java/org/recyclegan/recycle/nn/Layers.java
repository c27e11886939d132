package org.recyclegan.recycle.nn;

/**
 * What a network tells its layers to, in the order of the forward pass: each call is one layer that
 * takes the running value and makes the next. So an architecture is stated once, for all that it is
 * turned into.
 */
public interface Layers {

  /** Convolution with bias and zero padding. */
  Layers convolution(String name, int in, int out, int kernel, int stride, int padding);

  /** Transposed convolution with bias, stride 2 and padding 1: twice the size. */
  Layers transposedConvolution(String name, int in, int out, int kernel, int outputPadding);

  /** InstanceNorm2d(affine=False, eps=1e-5), always on the sample's own statistics. */
  Layers instanceNorm();

  /** Reflection padding on all four sides. */
  Layers reflectionPad(int padding);

  /** Rectified linear units. */
  Layers relu();

  /** Leaky ReLU with slope 0.2. */
  Layers leakyRelu();

  /** Hyperbolic tangent. */
  Layers tanh();

  /** Remembers the running value under a name. */
  Layers keep(String variable);

  /** Adds a remembered value to the running one. */
  Layers add(String variable);

  /** Puts a remembered value's channels before those of the running one. */
  Layers concat(String variable);
}
