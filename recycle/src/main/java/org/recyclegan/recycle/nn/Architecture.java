package org.recyclegan.recycle.nn;

import java.util.List;

/**
 * What a network is, without weights: parameters by name and shape, and the forward pass. Two
 * networks of equal architecture can exchange weights.
 */
public sealed interface Architecture permits ResnetGenerator, PatchDiscriminator, UnetPredictor {

  /**
   * Returns the parameters in the order of the forward pass.
   *
   * @return names are unique and those of the official checkpoints
   */
  default List<ParameterSpec> parameters() {
    return script().parameters();
  }

  /**
   * Returns the number of weights and biases.
   *
   * @return the sum of the parameters' sizes
   */
  default long parameterCount() {
    return parameters().stream().mapToLong(p -> p.shape().size()).sum();
  }

  /**
   * Returns what the sides of an input must be multiples of; {@link Network#forward} pads to it.
   *
   * @return at least 1
   */
  int sideMultiple();

  /**
   * Returns the smallest side that the layers can process.
   *
   * @return at least 1, a multiple of {@link #sideMultiple()}
   */
  int smallestSide();

  /** States the layers, in the order of the forward pass. */
  void describe(Layers layers);

  /** Returns the layers as TorchScript, built anew. */
  default LayerScript script() {
    LayerScript script = new LayerScript();
    describe(script);
    return script;
  }
}
