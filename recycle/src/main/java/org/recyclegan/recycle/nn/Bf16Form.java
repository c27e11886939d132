package org.recyclegan.recycle.nn;

import java.util.Locale;

/**
 * Convolutions in bfloat16, all else in float32. Casts stand in the script: a tensor of this type
 * must not come out of it, for DJL cannot name it. dtype 15 is bfloat16, 6 is float32.
 */
final class Bf16Form implements ScriptForm {

  /**
   * Where a layer has as few positions as this, over the whole batch, its weights are most of the
   * data, and rearranging them for a convolution costs more than multiplying by them as they are.
   */
  private static final int FEW_POSITIONS = 128;

  private static final int PREDICTOR_KERNEL = 4;

  private static final String METHODS =
      """
        def convolve(self: __torch__.M, x: Tensor, w: Tensor, b: Tensor, stride: int, pad: int) -> Tensor:
          x = torch.to(x, 15)
          y = torch.conv2d(x, torch.to(w, 15), torch.to(b, 15), [stride, stride], [pad, pad])
          return torch.to(y, 6)
        def convolve_by_rows(self: __torch__.M, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
          v = torch.to((self).weight_by_rows(w), 15)
          z = torch.conv2d(torch.to(x, 15), v, None, [1, 1], [0, 0])
          return (self).sum_of_rows(torch.to(z, 6), b, torch.size(w, 2))
        def halve(self: __torch__.M, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
          n = torch.size(x, 0)
          h = torch.floordiv(torch.size(x, 2), 2)
          v = torch.floordiv(torch.size(x, 3), 2)
          if torch.gt(torch.mul(torch.mul(n, h), v), %1$d):
            y = (self).convolve(x, w, b, 2, 1)
          else:
            o = torch.size(w, 0)
            u = torch.im2col(torch.to(x, 15), [4, 4], [1, 1], [1, 1], [2, 2])
            u = torch.reshape(torch.permute(u, [1, 0, 2]), [torch.size(u, 1), -1])
            m = torch.to(torch.reshape(w, [o, -1]), 15)
            y = torch.add(torch.to(torch.matmul(m, u), 6), torch.unsqueeze(b, 1))
            y = torch.permute(torch.reshape(y, [o, n, h, v]), [1, 0, 2, 3])
          return y
        def double(self: __torch__.M, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
          n = torch.size(x, 0)
          h = torch.size(x, 2)
          v = torch.size(x, 3)
          if torch.gt(torch.mul(torch.mul(n, h), v), %1$d):
            y = torch.conv_transpose2d(x, w, b, [2, 2], [1, 1], [0, 0], 1, [1, 1])
          else:
            i = torch.size(w, 0)
            u = torch.reshape(torch.permute(torch.to(x, 15), [1, 0, 2, 3]), [i, -1])
            m = torch.to(torch.reshape(w, [i, -1]), 15)
            u = torch.to(torch.matmul(torch.t(m), u), 6)
            u = torch.permute(torch.reshape(u, [torch.size(u, 0), n, torch.mul(h, v)]), [1, 0, 2])
            y = torch.col2im(u, [torch.mul(h, 2), torch.mul(v, 2)], [4, 4], [1, 1], [1, 1], [2, 2])
            y = torch.add(y, torch.reshape(b, [1, torch.size(b, 0), 1, 1]))
          return y
      """
          .formatted(FEW_POSITIONS);

  private final PlainForm plain = new PlainForm();

  @Override
  public String convolution(Convolution c) {
    if (c.wideWithFewChannels()) {
      return "x = (self).convolve_by_rows(x, " + c.parameters() + ")";
    }
    return c.kernel() == PREDICTOR_KERNEL && c.stride() == 2
        ? "x = (self).halve(x, " + c.parameters() + ")"
        : String.format(
            Locale.ROOT,
            "x = (self).convolve(x, %s, %d, %d)",
            c.parameters(),
            c.stride(),
            c.padding());
  }

  /** With many positions this stays float32: its gradient in bfloat16 is four times slower. */
  @Override
  public String transposedConvolution(int parameter, int kernel, int outputPadding) {
    return kernel == PREDICTOR_KERNEL
        ? String.format(Locale.ROOT, "x = (self).double(x, p[%d], p[%d])", parameter, parameter + 1)
        : plain.transposedConvolution(parameter, kernel, outputPadding);
  }

  @Override
  public String instanceNorm() {
    return FloatForm.NORM;
  }

  @Override
  public String methods() {
    return FloatForm.SUM_OF_ROWS + METHODS;
  }
}
