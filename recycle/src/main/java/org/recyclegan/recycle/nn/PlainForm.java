package org.recyclegan.recycle.nn;

import java.util.Locale;

/** One operation a layer, by its usual name: the form of exported networks. */
public final class PlainForm implements ScriptForm {

  @Override
  public String convolution(Convolution c) {
    return String.format(
        Locale.ROOT,
        "x = torch.conv2d(x, %1$s, [%2$d, %2$d], [%3$d, %3$d])",
        c.parameters(),
        c.stride(),
        c.padding());
  }

  @Override
  public String transposedConvolution(int parameter, int kernel, int outputPadding) {
    return String.format(
        Locale.ROOT,
        "x = torch.conv_transpose2d(x, p[%d], p[%d], [2, 2], [1, 1], [%3$d, %3$d], 1, [1, 1])",
        parameter,
        parameter + 1,
        outputPadding);
  }

  @Override
  public String instanceNorm() {
    return "x = torch.instance_norm(x, None, None, None, None, True, 0.1, 1e-05, True)";
  }

  @Override
  public String methods() {
    return "";
  }
}
