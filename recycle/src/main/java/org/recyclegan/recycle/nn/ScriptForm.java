package org.recyclegan.recycle.nn;

import java.util.Locale;

/**
 * How layers are written in TorchScript: always the same function, except for rounding. The running
 * value is {@code x}, the parameters are the list {@code p}.
 *
 * <p>Which operation is the fastest for a layer was measured; docs/performance-steps.md has the
 * figures.
 */
sealed interface ScriptForm permits PlainForm, FloatForm, Bf16Form {

  /** Returns the form that networks run in. */
  static ScriptForm of(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> new FloatForm();
      case BF16 -> new Bf16Form();
    };
  }

  /**
   * A convolution with bias: its weight is {@code p[parameter]}, its bias the one after.
   *
   * @param out channels it makes
   * @param kernel side of its window
   */
  record Convolution(int parameter, int out, int kernel, int stride, int padding) {

    /**
     * Returns whether it pays to convolve each row of the window on its own: vectors hold 16
     * channels, so that three channels from a large window leave most of each idle, where three
     * times its rows do not.
     */
    boolean wideWithFewChannels() {
      return stride == 1 && padding == 0 && kernel * out <= 32 && kernel >= 5;
    }

    /** Weight and bias, as arguments. */
    String parameters() {
      return String.format(Locale.ROOT, "p[%d], p[%d]", parameter, parameter + 1);
    }
  }

  /** Returns a statement. */
  String convolution(Convolution convolution);

  /**
   * Returns a statement: transposed convolution with bias, stride 2 and padding 1.
   *
   * @param parameter index of the weight; that of the bias is the next
   */
  String transposedConvolution(int parameter, int kernel, int outputPadding);

  /** Returns a statement: normalisation of each channel by its own mean and variance, eps 1e-5. */
  String instanceNorm();

  /** Returns definitions of the methods that the statements call. */
  String methods();
}
