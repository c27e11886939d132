package org.recyclegan.recycle.nn.export;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recyclegan.recycle.nn.LayerBuilder;
import org.recyclegan.recycle.nn.Network;

/**
 * Builds the graph of an ONNX model layer by layer, in operators of set 13. The numbers of fields
 * are those of the format's public definition, onnx.proto.
 */
final class OnnxGraph implements LayerBuilder {

  /** The version of the operators' definitions: known to every runtime since 2020. */
  static final int OPERATOR_SET = 13;

  // GraphProto
  private static final int NODE = 1;
  private static final int GRAPH_NAME = 2;
  private static final int INITIALIZER = 5;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;

  // NodeProto
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int OPERATOR = 4;
  private static final int ATTRIBUTE = 5;

  // AttributeProto
  private static final int ATTRIBUTE_NAME = 1;
  private static final int FLOAT = 2;
  private static final int INTEGER = 3;
  private static final int STRING = 4;
  private static final int INTEGERS = 8;
  private static final int ATTRIBUTE_TYPE = 20;

  // TensorProto
  private static final int DIMENSION = 1;
  private static final int DATA_TYPE = 2;
  private static final int TENSOR_NAME = 8;
  private static final int RAW_DATA = 9;
  private static final int TYPE_FLOAT = 1;
  private static final int TYPE_INT64 = 7;

  private final ProtoMessage graph = new ProtoMessage().text(GRAPH_NAME, "network");
  private final Map<String, float[]> weights;
  private final Set<String> constants = new HashSet<>();

  /** A value of the graph and how many channels it has. */
  private record Value(String name, int channels) {}

  private final Map<String, Value> kept = new HashMap<>();
  private Value x;
  private int values;

  /**
   * Begins with an input of any number of pictures of any size, padded by reflection on the right
   * and at the bottom as {@link Network#forward} pads.
   */
  OnnxGraph(int channels, int sideMultiple, int smallestSide, Map<String, float[]> weights) {
    this.weights = weights;
    graph.message(INPUT, picture("input", channels));
    node("Shape", "shape", List.of(), "input");
    node("Slice", "sides", List.of(), "shape", integers(2), integers(4));
    node("Neg", "negative", List.of(), "sides");
    node("Mod", "to_multiple", List.of(), "negative", integers(sideMultiple));
    node("Sub", "to_smallest", List.of(), integers(smallestSide), "sides");
    node("Max", "missing", List.of(), "to_multiple", "to_smallest");
    node("Concat", "padding", List.of(attribute("axis", 0)), integers(0, 0, 0, 0, 0, 0), "missing");
    node("Pad", "padded", List.of(reflection()), "input", "padding");
    x = new Value("padded", channels);
  }

  /** Cuts off what was made of the padding, and returns the finished graph. */
  ProtoMessage finished() {
    node("Slice", "output", List.of(), x.name, integers(0, 0), "sides", integers(2, 3));
    return graph.message(OUTPUT, picture("output", x.channels));
  }

  @Override
  public OnnxGraph convolution(String name, int in, int out, int kernel, int stride, int padding) {
    weight(name + ".weight", out, in, kernel, kernel);
    weight(name + ".bias", out);
    return step(
        "Conv",
        out,
        List.of(
            attribute("kernel_shape", kernel, kernel),
            attribute("strides", stride, stride),
            attribute("pads", padding, padding, padding, padding)),
        name + ".weight",
        name + ".bias");
  }

  @Override
  public OnnxGraph transposedConvolution(
      String name, int in, int out, int kernel, int outputPadding) {
    weight(name + ".weight", in, out, kernel, kernel);
    weight(name + ".bias", out);
    return step(
        "ConvTranspose",
        out,
        List.of(
            attribute("kernel_shape", kernel, kernel),
            attribute("strides", 2, 2),
            attribute("pads", 1, 1, 1, 1),
            attribute("output_padding", outputPadding, outputPadding)),
        name + ".weight",
        name + ".bias");
  }

  @Override
  public OnnxGraph instanceNorm() {
    return step(
        "InstanceNormalization",
        x.channels,
        List.of(attribute("epsilon", 1e-5f)),
        filled("ones", x.channels, 1),
        filled("zeros", x.channels, 0));
  }

  @Override
  public OnnxGraph reflectionPad(int padding) {
    return step(
        "Pad",
        x.channels,
        List.of(reflection()),
        integers(0, 0, padding, padding, 0, 0, padding, padding));
  }

  @Override
  public OnnxGraph relu() {
    return step("Relu", x.channels, List.of());
  }

  @Override
  public OnnxGraph leakyRelu() {
    return step("LeakyRelu", x.channels, List.of(attribute("alpha", 0.2f)));
  }

  @Override
  public OnnxGraph tanh() {
    return step("Tanh", x.channels, List.of());
  }

  @Override
  public OnnxGraph keep(String variable) {
    kept.put(variable, x);
    return this;
  }

  @Override
  public OnnxGraph add(String variable) {
    return step("Add", x.channels, List.of(), recalled(variable).name);
  }

  @Override
  public OnnxGraph concat(String variable) {
    Value other = recalled(variable);
    String name = "v" + values++;
    node("Concat", name, List.of(attribute("axis", 1)), other.name, x.name);
    x = new Value(name, other.channels + x.channels);
    return this;
  }

  private Value recalled(String variable) {
    Value value = kept.get(variable);
    if (value == null) {
      throw new IllegalStateException("Nothing kept as " + variable);
    }
    return value;
  }

  /** A node from the running value, and others after it, to the next running value. */
  private OnnxGraph step(
      String operator, int channels, List<ProtoMessage> attributes, String... others) {
    String[] inputs = new String[1 + others.length];
    inputs[0] = x.name;
    System.arraycopy(others, 0, inputs, 1, others.length);
    String name = "v" + values++;
    node(operator, name, attributes, inputs);
    x = new Value(name, channels);
    return this;
  }

  private void node(
      String operator, String output, List<ProtoMessage> attributes, String... inputs) {
    ProtoMessage node = new ProtoMessage();
    for (String input : inputs) {
      node.text(NODE_INPUT, input);
    }
    node.text(NODE_OUTPUT, output).text(OPERATOR, operator);
    for (ProtoMessage attribute : attributes) {
      node.message(ATTRIBUTE, attribute);
    }
    graph.message(NODE, node);
  }

  private static ProtoMessage attribute(String name, float value) {
    return new ProtoMessage()
        .text(ATTRIBUTE_NAME, name)
        .decimal(FLOAT, value)
        .integer(ATTRIBUTE_TYPE, 1);
  }

  private static ProtoMessage attribute(String name, int value) {
    return new ProtoMessage()
        .text(ATTRIBUTE_NAME, name)
        .integer(INTEGER, value)
        .integer(ATTRIBUTE_TYPE, 2);
  }

  private static ProtoMessage attribute(String name, long... values) {
    return new ProtoMessage()
        .text(ATTRIBUTE_NAME, name)
        .integers(INTEGERS, values)
        .integer(ATTRIBUTE_TYPE, 7);
  }

  private static ProtoMessage reflection() {
    return new ProtoMessage()
        .text(ATTRIBUTE_NAME, "mode")
        .text(STRING, "reflect")
        .integer(ATTRIBUTE_TYPE, 3);
  }

  private void weight(String name, long... shape) {
    float[] values = weights.get(name);
    long elements = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    if (values == null || values.length != elements) {
      throw new IllegalArgumentException("Weights of " + name + " do not fit");
    }
    floats(name, values, shape);
  }

  /** The name of a constant of equal values. */
  private String filled(String kind, int length, float value) {
    String name = kind + length;
    if (constants.add(name)) {
      float[] values = new float[length];
      Arrays.fill(values, value);
      floats(name, values, length);
    }
    return name;
  }

  private void floats(String name, float[] values, long... shape) {
    ProtoMessage tensor =
        new ProtoMessage()
            .integers(DIMENSION, shape)
            .integer(DATA_TYPE, TYPE_FLOAT)
            .text(TENSOR_NAME, name)
            .rawFloats(RAW_DATA, values);
    graph.message(INITIALIZER, tensor);
  }

  /** The name of a constant list of integers. */
  private String integers(long... values) {
    StringBuilder name = new StringBuilder("integers");
    for (long value : values) {
      name.append('_').append(value);
    }
    if (constants.add(name.toString())) {
      ProtoMessage tensor =
          new ProtoMessage()
              .integers(DIMENSION, values.length)
              .integer(DATA_TYPE, TYPE_INT64)
              .text(TENSOR_NAME, name.toString())
              .rawIntegers(RAW_DATA, values);
      graph.message(INITIALIZER, tensor);
    }
    return name.toString();
  }

  /** A ValueInfoProto of (N, channels, H, W) in float32, the other sides left open. */
  private static ProtoMessage picture(String name, int channels) {
    ProtoMessage shape =
        new ProtoMessage()
            .message(1, new ProtoMessage().text(2, "N"))
            .message(1, new ProtoMessage().integer(1, channels))
            .message(1, new ProtoMessage().text(2, "H"))
            .message(1, new ProtoMessage().text(2, "W"));
    ProtoMessage tensor = new ProtoMessage().integer(1, TYPE_FLOAT).message(2, shape);
    return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
  }
}
