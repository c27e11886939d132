package org.recyclegan.recycle.nn;

import ai.djl.ndarray.types.Shape;

/**
 * Name, shape and initial distribution of a parameter.
 *
 * @param name as in the official checkpoints, for example {@code model.10.conv_block.1.weight}
 * @param shape of the tensor: (out, in, k, k) for a convolution's weight, (in, out, k, k) for a
 *     transposed one's, (out) for a bias
 * @param fanIn inputs of one output by PyTorch's count: second axis of the weight times its window
 */
public record ParameterSpec(String name, Shape shape, int fanIn) {

  /** Returns whether this is a bias and not a weight: they start differently. */
  public boolean isBias() {
    return shape.dimension() == 1;
  }
}
