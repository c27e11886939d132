package org.recyclegan.recycle.nn;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Builds a network as TorchScript: each layer adds its parameters and its line of the forward pass,
 * so that names, shapes and computation are stated once. The running value is {@code x}.
 */
public final class ScriptBuilder implements LayerBuilder {

  private final ScriptForm form;
  private final List<ParameterSpec> parameters = new ArrayList<>();
  private final StringBuilder lines = new StringBuilder();

  ScriptBuilder(ScriptForm form) {
    this.form = form;
  }

  @Override
  public ScriptBuilder convolution(
      String name, int in, int out, int kernel, int stride, int padding) {
    int first = addParameters(name, new Shape(out, in, kernel, kernel), in, out, kernel);
    return line(form.convolution(new ScriptForm.Convolution(first, out, kernel, stride, padding)));
  }

  @Override
  public ScriptBuilder transposedConvolution(
      String name, int in, int out, int kernel, int outputPadding) {
    int first = addParameters(name, new Shape(in, out, kernel, kernel), out, out, kernel);
    return line(form.transposedConvolution(first, kernel, outputPadding));
  }

  @Override
  public ScriptBuilder instanceNorm() {
    return line(form.instanceNorm());
  }

  @Override
  public ScriptBuilder reflectionPad(int padding) {
    return line(
        "x = torch.reflection_pad2d(x, [%d, %d, %d, %d])", padding, padding, padding, padding);
  }

  @Override
  public ScriptBuilder relu() {
    return line("x = torch.relu(x)");
  }

  @Override
  public ScriptBuilder leakyRelu() {
    return line("x = torch.leaky_relu(x, 0.2)");
  }

  @Override
  public ScriptBuilder tanh() {
    return line("x = torch.tanh(x)");
  }

  @Override
  public ScriptBuilder keep(String variable) {
    return line("%s = x", variable);
  }

  @Override
  public ScriptBuilder add(String variable) {
    return line("x = torch.add(%s, x)", variable);
  }

  @Override
  public ScriptBuilder concat(String variable) {
    return line("x = torch.cat([%s, x], 1)", variable);
  }

  List<ParameterSpec> parameters() {
    return List.copyOf(parameters);
  }

  /** Returns the forward pass as a method of a TorchScript module, and what it calls. */
  String methods() {
    return form.methods()
        + "  def forward(self: __torch__.M, x: Tensor, p: List[Tensor]) -> Tensor:\n"
        + lines
        + "    return x\n";
  }

  /**
   * Returns the forward pass of a module that holds its parameters itself, under the names given,
   * and that pads and cuts as {@link Network#forward} does. For the plain form only.
   */
  public String standaloneMethod(List<String> attributes, int sideMultiple, int smallestSide) {
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
        lines);
  }

  private int addParameters(String name, Shape weight, int fanChannels, int out, int kernel) {
    int fanIn = fanChannels * kernel * kernel;
    parameters.add(new ParameterSpec(name + ".weight", weight, fanIn));
    parameters.add(new ParameterSpec(name + ".bias", new Shape(out), fanIn));
    return parameters.size() - 2;
  }

  private ScriptBuilder line(String format, Object... values) {
    lines.append("    ").append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }
}
