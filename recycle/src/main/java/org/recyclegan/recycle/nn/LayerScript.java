package org.recyclegan.recycle.nn;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Builds a network layer by layer: each call adds its parameters and its line of the forward pass,
 * so that names, shapes and computation are stated once. The running value is {@code x}.
 */
final class LayerScript {

  private final List<ParameterSpec> parameters = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();

  /** Adds {@link Layer.Convolution} and its parameters. */
  LayerScript convolution(String name, int in, int out, int kernel, int stride, int padding) {
    int first = addParameters(name, new Shape(out, in, kernel, kernel), in, out, kernel);
    return layer(new Layer.Convolution(first, kernel, stride, padding));
  }

  /** Adds {@link Layer.TransposedConvolution} and its parameters. */
  LayerScript transposedConvolution(String name, int in, int out, int kernel, int outputPadding) {
    int first = addParameters(name, new Shape(in, out, kernel, kernel), out, out, kernel);
    return layer(new Layer.TransposedConvolution(first, kernel, outputPadding));
  }

  LayerScript instanceNorm() {
    return layer(new Layer.InstanceNorm());
  }

  LayerScript reflectionPad(int padding) {
    return layer(new Layer.ReflectionPad(padding));
  }

  LayerScript relu() {
    return layer(Layer.Activation.RELU);
  }

  LayerScript leakyRelu() {
    return layer(Layer.Activation.LEAKY_RELU);
  }

  LayerScript tanh() {
    return layer(Layer.Activation.TANH);
  }

  LayerScript keep(String variable) {
    return layer(new Layer.Keep(variable));
  }

  LayerScript add(String variable) {
    return layer(new Layer.Add(variable));
  }

  LayerScript concat(String variable) {
    return layer(new Layer.Concat(variable));
  }

  /** Returns the layers in the order of the forward pass. */
  List<Layer> layers() {
    return List.copyOf(layers);
  }

  List<ParameterSpec> parameters() {
    return List.copyOf(parameters);
  }

  /** Returns the forward pass as a method of a TorchScript module. */
  String method() {
    return "  def forward(self: __torch__.M, x: Tensor, p: List[Tensor]) -> Tensor:\n"
        + lines()
        + "    return x\n";
  }

  /**
   * Returns the forward pass of a module that holds its parameters itself, under the names given,
   * and that pads and cuts as {@link Network#forward} does.
   */
  String standaloneMethod(List<String> attributes, int sideMultiple, int smallestSide) {
    String list = attributes.stream().map(a -> "self." + a).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        """
          def forward(self: __torch__.M, x: Tensor) -> Tensor:
            p = [%1$s]
            h = torch.size(x, 2)
            w = torch.size(x, 3)
            bottom = ops.prim.max(torch.sub(%3$d, h), torch.remainder(torch.neg(h), %2$d))
            right = ops.prim.max(torch.sub(%3$d, w), torch.remainder(torch.neg(w), %2$d))
            x = torch.reflection_pad2d(x, [0, right, 0, bottom])
        %4$s    return torch.contiguous(torch.narrow(torch.narrow(x, 2, 0, h), 3, 0, w))
        """,
        list,
        sideMultiple,
        smallestSide,
        lines());
  }

  private int addParameters(String name, Shape weight, int fanChannels, int out, int kernel) {
    int fanIn = fanChannels * kernel * kernel;
    parameters.add(new ParameterSpec(name + ".weight", weight, fanIn));
    parameters.add(new ParameterSpec(name + ".bias", new Shape(out), fanIn));
    return parameters.size() - 2;
  }

  private LayerScript layer(Layer layer) {
    layers.add(layer);
    return this;
  }

  private String lines() {
    return layers.stream()
        .map(layer -> "    " + layer.script() + "\n")
        .collect(Collectors.joining());
  }
}
