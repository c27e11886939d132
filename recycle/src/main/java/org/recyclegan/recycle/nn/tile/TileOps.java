package org.recyclegan.recycle.nn.tile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.recyclegan.recycle.nn.Layer;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Script;
import org.recyclegan.recycle.nn.Torch;

/** The operations of single layers on tiles; a whole network's pass is in {@link Network}. */
final class TileOps implements AutoCloseable {

  private static final String SOURCE =
      """
        def zero_pad(self: __torch__.M, x: Tensor, l: int, r: int, t: int, b: int) -> Tensor:
          return torch.constant_pad_nd(x, [l, r, t, b], 0.)
        def reflect(self: __torch__.M, x: Tensor, l: int, r: int, t: int, b: int) -> Tensor:
          return torch.reflection_pad2d(x, [l, r, t, b])
        def conv(self: __torch__.M, x: Tensor, w: Tensor, b: Tensor, stride: int) -> Tensor:
          return torch.conv2d(x, w, b, [stride, stride], [0, 0])
        def conv_transpose(self: __torch__.M, x: Tensor, w: Tensor, b: Tensor, extra: int) -> Tensor:
          return torch.conv_transpose2d(x, w, b, [2, 2], [1, 1], [extra, extra], 1, [1, 1])
        def cut(self: __torch__.M, x: Tensor, y0: int, h: int, x0: int, w: int) -> Tensor:
          return torch.narrow(torch.narrow(x, 2, y0, h), 3, x0, w)
        def normalise(self: __torch__.M, x: Tensor, mean: Tensor, scale: Tensor) -> Tensor:
          return torch.mul_(torch.sub_(x, mean), scale)
        def add(self: __torch__.M, x: Tensor, y: Tensor) -> Tensor:
          return torch.add_(x, y)
        def RELU(self: __torch__.M, x: Tensor) -> Tensor:
          return torch.relu_(x)
        def LEAKY_RELU(self: __torch__.M, x: Tensor) -> Tensor:
          return torch.leaky_relu_(x, 0.2)
        def TANH(self: __torch__.M, x: Tensor) -> Tensor:
          return torch.tanh_(x)
        def moments(self: __torch__.M, x: Tensor) -> Tensor:
          v, m, = torch.var_mean(x, [2, 3], False, False)
          return torch.contiguous(torch.cat([m, v], 0))
        def channels_first(self: __torch__.M, x: Tensor) -> Tensor:
          return torch.clone(torch.permute(x, [0, 3, 1, 2]))
        def channels_last(self: __torch__.M, x: Tensor) -> Tensor:
          return torch.contiguous(torch.permute(x, [0, 2, 3, 1]))
      """;

  private final Script script;

  TileOps(Torch torch) {
    script = torch.compile(SOURCE);
  }

  /** Returns the rectangle surrounded by zeros; the same tensor if there are none to add. */
  NDArray zeroPad(NDManager scope, NDArray x, int left, int right, int top, int bottom) {
    return left + right + top + bottom == 0
        ? x
        : script.call(scope, "zero_pad", x, left, right, top, bottom);
  }

  /** Returns the rectangle continued by reflection; the same tensor where it is not continued. */
  NDArray reflect(NDManager scope, NDArray x, int left, int right, int top, int bottom) {
    return left + right + top + bottom == 0
        ? x
        : script.call(scope, "reflect", x, left, right, top, bottom);
  }

  NDArray convolve(NDManager scope, NDArray x, NDArray weight, NDArray bias, int stride) {
    return script.call(scope, "conv", x, weight, bias, stride);
  }

  NDArray convolveTransposed(
      NDManager scope, NDArray x, NDArray weight, NDArray bias, int outputPadding) {
    return script.call(scope, "conv_transpose", x, weight, bias, outputPadding);
  }

  /** Returns a part of a rectangle, sharing its memory; the same tensor where it is all of it. */
  NDArray cut(NDManager scope, NDArray x, Span rows, Span columns) {
    return rows.length() == x.getShape().get(2) && columns.length() == x.getShape().get(3)
        ? x
        : script.call(
            scope, "cut", x, rows.from(), rows.length(), columns.from(), columns.length());
  }

  /** Returns (x − mean) · scale, by channel, written over x. */
  NDArray normalise(NDManager scope, NDArray x, NDArray mean, NDArray scale) {
    return script.call(scope, "normalise", x, mean, scale);
  }

  /** Returns x + y written over x. */
  NDArray add(NDManager scope, NDArray x, NDArray y) {
    return script.call(scope, "add", x, y);
  }

  /** Returns a function of every value, written over x. */
  NDArray activate(NDManager scope, NDArray x, Layer.Activation activation) {
    return script.call(scope, activation.name(), x);
  }

  /** Returns (2, C): means, then variances (of the population) of one sample's channels. */
  float[] moments(NDManager scope, NDArray x) {
    return script.call(scope, "moments", x).toFloatArray();
  }

  /** Returns (N, H, W, C) as (N, C, H, W), a copy in the same order. */
  NDArray channelsFirst(NDManager scope, NDArray x) {
    return script.call(scope, "channels_first", x);
  }

  /** Returns (N, C, H, W) as (N, H, W, C), contiguous. */
  NDArray channelsLast(NDManager scope, NDArray x) {
    return script.call(scope, "channels_last", x);
  }

  @Override
  public void close() {
    script.close();
  }
}
