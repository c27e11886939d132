package org.recyclegan.recycle.nn;

/** The fastest operations found in the precision of the parameters. */
final class FloatForm implements ScriptForm {

  /**
   * Normalisation over the last two axes without an affine part is instance normalisation; as a
   * layer norm it costs a third, for it is one pass a channel.
   */
  static final String NORM =
      "x = torch.layer_norm(x, [torch.size(x, 2), torch.size(x, 3)], None, None, 1e-05, True)";

  /** The rows of the window become channels of a convolution by one row, and are summed after. */
  static final String SUM_OF_ROWS =
      """
        def weight_by_rows(self: __torch__.M, w: Tensor) -> Tensor:
          rows = torch.mul(torch.size(w, 0), torch.size(w, 2))
          return torch.reshape(torch.permute(w, [0, 2, 1, 3]), [rows, torch.size(w, 1), 1, torch.size(w, 3)])
        def sum_of_rows(self: __torch__.M, z: Tensor, b: Tensor, k: int) -> Tensor:
          o = torch.size(b, 0)
          h = torch.sub(torch.size(z, 2), torch.sub(k, 1))
          z = torch.reshape(z, [torch.size(z, 0), o, k, torch.size(z, 2), torch.size(z, 3)])
          rows = torch.unbind(z, 2)
          y = torch.add(torch.narrow(rows[0], 2, 0, h), torch.reshape(b, [1, o, 1, 1]))
          for i in range(torch.sub(k, 1)):
            y = torch.add(y, torch.narrow(rows[torch.add(i, 1)], 2, torch.add(i, 1), h))
          return y
      """;

  private static final String METHODS =
      SUM_OF_ROWS
          + """
            def convolve_by_rows(self: __torch__.M, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
              z = torch.conv2d(x, (self).weight_by_rows(w), None, [1, 1], [0, 0])
              return (self).sum_of_rows(z, b, torch.size(w, 2))
          """;

  private final PlainForm plain = new PlainForm();

  @Override
  public String convolution(Convolution c) {
    return c.wideWithFewChannels()
        ? "x = (self).convolve_by_rows(x, " + c.parameters() + ")"
        : plain.convolution(c);
  }

  @Override
  public String transposedConvolution(int parameter, int kernel, int outputPadding) {
    return plain.transposedConvolution(parameter, kernel, outputPadding);
  }

  @Override
  public String instanceNorm() {
    return NORM;
  }

  @Override
  public String methods() {
    return METHODS;
  }
}
