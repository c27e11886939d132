package org.recyclegan.recycle.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/**
 * The operations on tensors that objectives, optimiser and pixel conversion need. Each is one call
 * into libtorch and each result belongs to the manager given, so that it dies with the step.
 */
public final class TensorOps implements AutoCloseable {

  /** The sources, in the serialised form of TorchScript; dtype 6 is float32, 0 is uint8. */
  static final String SOURCE =
      """
        def l1(self: __torch__.M, x: Tensor, y: Tensor, weight: float) -> Tensor:
          return torch.mul(torch.mean(torch.abs(torch.sub(x, y))), weight)
        def mean_square(self: __torch__.M, x: Tensor, target: float, weight: float) -> Tensor:
          return torch.mul(torch.mean(torch.square(torch.sub(x, target))), weight)
        def l2(self: __torch__.M, x: Tensor, y: Tensor, weight: float) -> Tensor:
          return torch.mul(torch.mean(torch.square(torch.sub(x, y))), weight)
        def cross_entropy(self: __torch__.M, x: Tensor, sign: float, weight: float) -> Tensor:
          return torch.mul(torch.mean(torch.softplus(torch.mul(x, sign), 1, 20)), weight)
        def to_signed(self: __torch__.M, x: Tensor) -> Tensor:
          y = torch.to(torch.permute(x, [0, 3, 1, 2]), 6)
          return torch.contiguous(torch.sub(torch.div(y, 127.5), 1.))
        def to_bytes(self: __torch__.M, x: Tensor) -> Tensor:
          y = torch.clamp(torch.round(torch.mul(torch.add(x, 1.), 127.5)), 0., 255.)
          return torch.contiguous(torch.permute(torch.to(y, 0), [0, 2, 3, 1]))
        def pad(self: __torch__.M, x: Tensor, right: int, bottom: int, reflect: bool) -> Tensor:
          if reflect:
            y = torch.reflection_pad2d(x, [0, right, 0, bottom])
          else:
            y = torch.replication_pad2d(x, [0, right, 0, bottom])
          return y
        def crop(self: __torch__.M, x: Tensor, h: int, w: int) -> Tensor:
          return torch.contiguous(torch.narrow(torch.narrow(x, 2, 0, h), 3, 0, w))
        def rows(self: __torch__.M, x: Tensor, first: int, count: int) -> Tensor:
          return torch.narrow(x, 0, first, count)
        def detach(self: __torch__.M, x: Tensor) -> Tensor:
          return torch.detach(x)
        def assign(self: __torch__.M, target: Tensor, source: Tensor) -> Tensor:
          return torch.copy_(torch.detach(target), source)
        def gradients(self: __torch__.M, loss: Tensor, factor: float, p: List[Tensor]) -> List[Tensor]:
          g = torch.grad([torch.mul(loss, factor)], p, None, None, False, True)
          r = annotate(List[Tensor], [])
          for i in range(torch.len(p)):
            x = g[i]
            if torch.__is__(x, None):
              y = torch.zeros_like(p[i])
            else:
              y = torch.contiguous(unchecked_cast(Tensor, x))
            _1 = torch.append(r, y)
          return r
        def add_to(self: __torch__.M, x: List[Tensor], y: List[Tensor]) -> Tensor:
          for i in range(torch.len(x)):
            _1 = torch.add_(x[i], torch.to(y[i], x[i]))
          return x[0]
        def copy(self: __torch__.M, x: List[Tensor], y: List[Tensor]) -> Tensor:
          for i in range(torch.len(x)):
            _1 = torch.copy_(torch.detach(x[i]), torch.detach(y[i]))
          return x[0]
        def approach(self: __torch__.M, x: List[Tensor], y: List[Tensor], share: float) -> Tensor:
          q = annotate(List[Tensor], [])
          for i in range(torch.len(x)):
            _1 = torch.append(q, torch.detach(y[i]))
          torch._foreach_lerp_(x, q, share)
          return x[0]
        def cat(self: __torch__.M, x: List[Tensor], axis: int) -> Tensor:
          return torch.cat(x, axis)
        def deviation(self: __torch__.M, x: Tensor, first: int, last: int) -> Tensor:
          if torch.eq(first, last):
            axes = [first]
          else:
            axes = [first, last]
          return torch.mean(torch.std(x, axes, False))
        def finite(self: __torch__.M, x: List[Tensor]) -> Tensor:
          return torch.isfinite(torch.sum(torch.stack(torch._foreach_norm(x))))
        def adam(self: __torch__.M, p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], \
      s: List[Tensor], lr: float, b1: float, b2: float, eps: float) -> Tensor:
          q = annotate(List[Tensor], [])
          for i in range(torch.len(p)):
            _1 = torch.append(q, torch.detach(p[i]))
          e = annotate(List[Tensor], [])
          _2 = torch.add_(s[0], 1)
          torch._fused_adam_(q, g, m, v, e, s, lr=lr, beta1=b1, beta2=b2, weight_decay=0., eps=eps, \
      amsgrad=False, maximize=False)
          return s[0]
      """;

  private final Script script;

  TensorOps(Script script) {
    this.script = script;
  }

  /**
   * Returns a weight times the mean absolute difference.
   *
   * @param out owner of the result
   * @param x any shape
   * @param y the same shape
   * @param weight a factor
   * @return a scalar
   */
  public NDArray l1(NDManager out, NDArray x, NDArray y, double weight) {
    return script.call(out, "l1", x, y, weight);
  }

  /**
   * Returns a weight times the mean squared difference to a constant: the least-squares GAN's loss.
   *
   * @param out owner of the result
   * @param x any shape
   * @param target 1 for real, 0 for fake
   * @param weight a factor
   * @return a scalar
   */
  public NDArray meanSquare(NDManager out, NDArray x, double target, double weight) {
    return script.call(out, "mean_square", x, target, weight);
  }

  /**
   * Returns a weight times the mean squared difference.
   *
   * @param out owner of the result
   * @param x any shape
   * @param y the same shape
   * @param weight a factor
   * @return a scalar
   */
  public NDArray l2(NDManager out, NDArray x, NDArray y, double weight) {
    return script.call(out, "l2", x, y, weight);
  }

  /**
   * Returns a weight times the mean cross-entropy of a sigmoid: −log σ(x) for real, −log(1 − σ(x))
   * for fake. As a softplus neither overflows nor loses a small loss beside a large x.
   *
   * @param out owner of the result
   * @param x judgements before the sigmoid, any shape
   * @param real which of the two
   * @param weight a factor
   * @return a scalar
   */
  public NDArray crossEntropy(NDManager out, NDArray x, boolean real, double weight) {
    return script.call(out, "cross_entropy", x, real ? -1.0 : 1.0, weight);
  }

  /**
   * Converts pixels for a network.
   *
   * @param out owner of the result
   * @param pixels (N, H, W, 3), uint8
   * @return (N, 3, H, W), float32, [-1, 1]
   */
  public NDArray toSigned(NDManager out, NDArray pixels) {
    return script.call(out, "to_signed", pixels);
  }

  /**
   * Converts a network's output to pixels, rounding to the nearest level.
   *
   * @param out owner of the result
   * @param signed (N, 3, H, W), float32; values outside [-1, 1] are clipped
   * @return (N, H, W, 3), uint8, contiguous
   */
  public NDArray toBytes(NDManager out, NDArray signed) {
    return script.call(out, "to_bytes", signed);
  }

  /**
   * Pads on the right and at the bottom, by reflection where the picture is large enough for it,
   * else by repeating the border.
   *
   * @param out owner of the result
   * @param x (N, C, H, W)
   * @param right columns to add
   * @param bottom rows to add
   * @return (N, C, H + bottom, W + right)
   */
  public NDArray pad(NDManager out, NDArray x, int right, int bottom) {
    boolean reflect = right < x.getShape().get(3) && bottom < x.getShape().get(2);
    return script.call(out, "pad", x, right, bottom, reflect);
  }

  /**
   * Cuts the top left part.
   *
   * @param out owner of the result
   * @param x (N, C, H, W)
   * @param height rows to keep
   * @param width columns to keep
   * @return (N, C, height, width), contiguous
   */
  public NDArray crop(NDManager out, NDArray x, int height, int width) {
    return script.call(out, "crop", x, height, width);
  }

  /**
   * Returns consecutive samples of a batch, sharing its memory.
   *
   * @param out owner of the result
   * @param x (N, ...)
   * @param first index of the first sample
   * @param count number of samples
   * @return (count, ...)
   */
  public NDArray rows(NDManager out, NDArray x, int first, int count) {
    return script.call(out, "rows", x, first, count);
  }

  /** Returns N of a tensor of N samples. */
  public static int rowCount(NDArray x) {
    return Math.toIntExact(x.getShape().get(0));
  }

  /**
   * Returns the same values without their history, sharing memory.
   *
   * @param out owner of the result
   * @param x any shape
   * @return a tensor through which no gradient flows
   */
  public NDArray detach(NDManager out, NDArray x) {
    return script.call(out, "detach", x);
  }

  /**
   * Joins tensors.
   *
   * @param out owner of the result
   * @param axis 0 for a batch, 1 for channels
   * @param parts equal in all other sizes
   */
  public NDArray concat(NDManager out, int axis, NDArray... parts) {
    return script.call(out, "cat", new NDList(parts), axis);
  }

  /**
   * Replaces a tensor's values in place, whether or not it takes part in differentiation.
   *
   * @param target any shape
   * @param values as many as it has, in its order
   */
  public void assign(NDArray target, float[] values) {
    try (NDManager scratch = target.getManager().newSubManager()) {
      NDArray source = scratch.create(values, target.getShape());
      script.call(scratch, "assign", target, source);
    }
  }

  /**
   * Returns a factor times the gradients of a loss, and frees its graph. Needs differentiation on.
   * They are contiguous, as the parameters are: the fused update goes by their places in memory.
   *
   * @param out owner of the results
   * @param loss a scalar
   * @param variables of any shapes; zeros for those that the loss does not depend on
   */
  NDList gradients(NDManager out, NDArray loss, double factor, NDList variables) {
    return script.callForList(out, "gradients", loss, factor, variables);
  }

  /** Adds tensors to others in place, regardless of their devices. */
  void addTo(NDManager scratch, NDList target, NDList source) {
    script.call(scratch, "add_to", target, source).close();
  }

  /** Copies tensors over others in place, regardless of their devices. */
  void copy(NDManager scratch, NDList target, NDList source) {
    script.call(scratch, "copy", target, source).close();
  }

  /**
   * Moves tensors towards others in place, in one fused call: x ← x + share · (y − x). The call is
   * on x itself: on a list of detached ones libtorch takes it for dead code.
   *
   * @param target x, which takes no part in differentiation
   * @param source y, on the same device
   * @param share from 0 to 1
   */
  void approach(NDManager scratch, NDList target, NDList source, double share) {
    script.call(scratch, "approach", target, source, share).close();
  }

  /**
   * Returns the standard deviation along one axis or two, as a mean over the others.
   *
   * @param scratch owner of what is made on the way
   * @param x any shape
   * @param first axis
   * @param last axis; the same one for one axis
   * @return at least 0
   */
  public double deviation(NDManager scratch, NDArray x, int first, int last) {
    return script.call(scratch, "deviation", x, first, last).getFloat();
  }

  /**
   * Returns whether every number is finite, and small enough for its square to be.
   *
   * @param tensors of any shapes
   * @return false if one is infinite or not a number
   */
  public boolean isFinite(NDList tensors) {
    try (NDManager scratch = tensors.head().getManager().newSubManager()) {
      return script.call(scratch, "finite", tensors).getBoolean();
    }
  }

  /** One fused Adam update in place. */
  void adam(
      NDManager scratch,
      NDList parameters,
      NDList gradients,
      NDList means,
      NDList squares,
      NDList steps,
      double rate,
      double beta1,
      double beta2,
      double epsilon) {
    script.call(
        scratch, "adam", parameters, gradients, means, squares, steps, rate, beta1, beta2, epsilon);
  }

  @Override
  public void close() {
    script.close();
  }
}
