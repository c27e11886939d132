package org.recyclegan.recycle.nn;

import java.util.ArrayList;
import java.util.List;

/** A network as its layers one by one, for code that computes them one by one. */
public final class LayerList implements LayerBuilder {

  private final List<Layer> layers = new ArrayList<>();
  private int parameters;

  @Override
  public LayerList convolution(String name, int in, int out, int kernel, int stride, int padding) {
    return add(new Layer.Convolution(weightAndBias(), kernel, stride, padding));
  }

  @Override
  public LayerList transposedConvolution(
      String name, int in, int out, int kernel, int outputPadding) {
    return add(new Layer.TransposedConvolution(weightAndBias(), kernel, outputPadding));
  }

  @Override
  public LayerList instanceNorm() {
    return add(new Layer.InstanceNorm());
  }

  @Override
  public LayerList reflectionPad(int padding) {
    return add(new Layer.ReflectionPad(padding));
  }

  @Override
  public LayerList relu() {
    return add(Layer.Activation.RELU);
  }

  @Override
  public LayerList leakyRelu() {
    return add(Layer.Activation.LEAKY_RELU);
  }

  @Override
  public LayerList tanh() {
    return add(Layer.Activation.TANH);
  }

  @Override
  public LayerList keep(String variable) {
    return add(new Layer.Keep(variable));
  }

  @Override
  public LayerList add(String variable) {
    return add(new Layer.Add(variable));
  }

  @Override
  public LayerList concat(String variable) {
    return add(new Layer.Concat(variable));
  }

  /** Returns the layers in the order of the forward pass. */
  public List<Layer> layers() {
    return List.copyOf(layers);
  }

  private LayerList add(Layer layer) {
    layers.add(layer);
    return this;
  }

  private int weightAndBias() {
    parameters += 2;
    return parameters - 2;
  }
}
