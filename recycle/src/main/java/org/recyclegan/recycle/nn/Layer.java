package org.recyclegan.recycle.nn;

import java.util.Locale;

/**
 * One layer of a network, which turns the running value {@code x} into the next. A layer with
 * weights names the first of its two parameters, the weight; its bias is the next one.
 */
sealed interface Layer {

  /** Returns the layer as a line of TorchScript; {@code p} is the list of the parameters. */
  String script();

  /** Convolution with bias and zero padding. */
  record Convolution(int weight, int kernel, int stride, int padding) implements Layer {
    @Override
    public String script() {
      return format(
          "x = torch.conv2d(x, p[%d], p[%d], [%d, %d], [%d, %d])",
          weight, weight + 1, stride, stride, padding, padding);
    }
  }

  /** Transposed convolution with bias, stride 2 and padding 1: twice the size. */
  record TransposedConvolution(int weight, int kernel, int outputPadding) implements Layer {
    @Override
    public String script() {
      return format(
          "x = torch.conv_transpose2d(x, p[%d], p[%d], [2, 2], [1, 1], [%d, %d], 1, [1, 1])",
          weight, weight + 1, outputPadding, outputPadding);
    }
  }

  /** InstanceNorm2d(affine=False), always on the sample's own statistics. */
  record InstanceNorm() implements Layer {

    /** Added to the variance, as in PyTorch. */
    static final double EPSILON = 1e-5;

    @Override
    public String script() {
      return "x = torch.instance_norm(x, None, None, None, None, True, 0.1, 1e-05, True)";
    }
  }

  /** Reflection by some pixels on all four sides. */
  record ReflectionPad(int padding) implements Layer {
    @Override
    public String script() {
      return format(
          "x = torch.reflection_pad2d(x, [%d, %d, %d, %d])", padding, padding, padding, padding);
    }
  }

  /** What is done to every value by itself. */
  enum Activation implements Layer {
    /** max(x, 0). */
    RELU("torch.relu(x)"),
    /** Leaky ReLU with slope 0.2. */
    LEAKY_RELU("torch.leaky_relu(x, 0.2)"),
    /** Hyperbolic tangent. */
    TANH("torch.tanh(x)");

    private final String expression;

    Activation(String expression) {
      this.expression = expression;
    }

    /** Returns the function of {@code x} alone. */
    String expression() {
      return expression;
    }

    @Override
    public String script() {
      return "x = " + expression;
    }
  }

  /** Remembers the running value under a name. */
  record Keep(String variable) implements Layer {
    @Override
    public String script() {
      return variable + " = x";
    }
  }

  /** Adds a remembered value to the running one. */
  record Add(String variable) implements Layer {
    @Override
    public String script() {
      return format("x = torch.add(%s, x)", variable);
    }
  }

  /** Puts a remembered value's channels before those of the running one. */
  record Concat(String variable) implements Layer {
    @Override
    public String script() {
      return format("x = torch.cat([%s, x], 1)", variable);
    }
  }

  private static String format(String line, Object... values) {
    return String.format(Locale.ROOT, line, values);
  }
}
