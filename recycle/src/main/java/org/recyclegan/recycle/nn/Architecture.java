package org.recyclegan.recycle.nn;

import java.util.List;

/**
 * What a network is, without weights: parameters by name and shape, and the forward pass. Two
 * networks of equal architecture can exchange weights.
 */
public interface Architecture {

  /**
   * Returns the parameters in the order of the forward pass.
   *
   * @return names are unique and those of the official checkpoints
   */
  default List<ParameterSpec> parameters() {
    return script(new PlainForm()).parameters();
  }

  /** Returns the number of weights and biases. */
  default long parameterCount() {
    return parameters().stream().mapToLong(p -> p.shape().size()).sum();
  }

  /**
   * Estimates what a forward pass leaves in memory for the backward one, beside the parameters.
   *
   * @param precision of the convolutions
   * @param height of the input in pixels
   * @param width of the input in pixels
   * @return bytes for one sample
   */
  default long activationBytes(Precision precision, int height, int width) {
    ActivationCount count = new ActivationCount();
    describe(count);
    return Math.round(count.bytesPerPixel(precision) * height * width);
  }

  /** Returns the channels of an input: three for each frame. */
  default int inputChannels() {
    return Math.toIntExact(parameters().get(0).shape().get(1));
  }

  /** Returns the channels of the output: those of the last layer's bias. */
  default int outputChannels() {
    List<ParameterSpec> all = parameters();
    return Math.toIntExact(all.get(all.size() - 1).shape().get(0));
  }

  /** Returns whether the output has the size of the input, and what pads it must be cut off. */
  default boolean makesPictures() {
    return true;
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
  void describe(LayerBuilder layers);

  /** Builds the layers as TorchScript in a form. */
  default ScriptBuilder script(ScriptForm form) {
    ScriptBuilder script = new ScriptBuilder(form);
    describe(script);
    return script;
  }
}
