package org.recyclegan.recycle.nn.tile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import org.recyclegan.recycle.nn.Layer;
import org.recyclegan.video.Size;

/**
 * A layer that can compute any rectangle of its output from a rectangle of its input: which one,
 * and how. Borders of the input are treated as borders, borders of a tile are not.
 */
interface TileStep {

  /** Returns the size of the output for an input. */
  default Size size(Size input) {
    return input;
  }

  /** Returns the input's rectangle that a rectangle of the output takes from. */
  default Region needed(Region output, Size input) {
    return output;
  }

  /**
   * Computes a rectangle of the output.
   *
   * @param scope owner of the result and of what is made on the way
   * @param x may be changed: the rectangle of the input that {@link #needed} says, (1, C, H, W)
   * @param output which rectangle to compute
   * @param input size of the whole input
   */
  NDArray apply(NDManager scope, NDArray x, Region output, Size input) throws IOException;

  /** A convolution with zero padding. */
  record Convolve(TileOps ops, NDArray weight, NDArray bias, Layer.Convolution layer)
      implements TileStep {

    @Override
    public Size size(Size input) {
      return new Size(length(input.width()), length(input.height()));
    }

    private int length(int input) {
      return (input + 2 * layer.padding() - layer.kernel()) / layer.stride() + 1;
    }

    @Override
    public Region needed(Region output, Size input) {
      return new Region(
          taken(output.rows()).within(input.height()),
          taken(output.columns()).within(input.width()));
    }

    private Span taken(Span output) {
      return new Span(
          output.from() * layer.stride() - layer.padding(),
          (output.to() - 1) * layer.stride() - layer.padding() + layer.kernel());
    }

    @Override
    public NDArray apply(NDManager scope, NDArray x, Region output, Size input) {
      Span rows = taken(output.rows());
      Span columns = taken(output.columns());
      NDArray padded =
          ops.zeroPad(
              scope,
              x,
              columns.before(),
              columns.beyond(input.width()),
              rows.before(),
              rows.beyond(input.height()));
      NDArray y = ops.convolve(scope, padded, weight, bias, layer.stride());
      if (padded != x) {
        padded.close();
      }
      return y;
    }
  }

  /** A transposed convolution of stride 2 and padding 1: output 2i − 1 + t takes from input i. */
  record ConvolveTransposed(
      TileOps ops, NDArray weight, NDArray bias, Layer.TransposedConvolution layer)
      implements TileStep {

    @Override
    public Size size(Size input) {
      return new Size(length(input.width()), length(input.height()));
    }

    private int length(int input) {
      return 2 * input - 4 + layer.kernel() + layer.outputPadding();
    }

    @Override
    public Region needed(Region output, Size input) {
      return new Region(
          taken(output.rows()).within(input.height()),
          taken(output.columns()).within(input.width()));
    }

    private Span taken(Span output) {
      int first = Math.floorDiv(output.from() + 3 - layer.kernel(), 2);
      return new Span(first, output.to() / 2 + 1);
    }

    @Override
    public NDArray apply(NDManager scope, NDArray x, Region output, Size input) {
      NDArray whole = ops.convolveTransposed(scope, x, weight, bias, layer.outputPadding());
      return ops.cut(scope, whole, within(output.rows()), within(output.columns()));
    }

    /** Returns the position of a span of the output in the output of its tile. */
    private Span within(Span output) {
      int start = 2 * Math.max(0, taken(output).from());
      return new Span(output.from() - start, output.to() - start);
    }
  }

  /** Reflection at the borders of the input by the given number of pixels. */
  record Reflect(TileOps ops, int left, int right, int top, int bottom) implements TileStep {

    @Override
    public Size size(Size input) {
      return new Size(left + input.width() + right, top + input.height() + bottom);
    }

    @Override
    public Region needed(Region output, Size input) {
      return new Region(
          taken(shown(output.rows(), top), input.height()),
          taken(shown(output.columns(), left), input.width()));
    }

    /** A span of the output in the input's coordinates; it may reach over the borders. */
    private static Span shown(Span output, int before) {
      return new Span(output.from() - before, output.to() - before);
    }

    /** The mirror image of what lies over a border is needed too. */
    private static Span taken(Span shown, int limit) {
      int from = shown.from();
      int to = shown.to();
      if (shown.before() > 0) {
        to = Math.max(to, shown.before() + 1);
      }
      if (shown.beyond(limit) > 0) {
        from = Math.min(from, limit - 1 - shown.beyond(limit));
      }
      return new Span(from, to).within(limit);
    }

    @Override
    public NDArray apply(NDManager scope, NDArray x, Region output, Size input) {
      Span rows = shown(output.rows(), top);
      Span columns = shown(output.columns(), left);
      NDArray whole =
          ops.reflect(
              scope,
              x,
              columns.before(),
              columns.beyond(input.width()),
              rows.before(),
              rows.beyond(input.height()));
      return ops.cut(scope, whole, within(rows, input.height()), within(columns, input.width()));
    }

    private static Span within(Span shown, int limit) {
      int start = taken(shown, limit).from() - shown.before();
      return new Span(shown.from() - start, shown.to() - start);
    }
  }

  /** Instance normalisation by statistics that are known. */
  record Normalise(TileOps ops, NDArray mean, NDArray scale) implements TileStep {
    @Override
    public NDArray apply(NDManager scope, NDArray x, Region output, Size input) {
      return ops.normalise(scope, x, mean, scale);
    }
  }

  /** An operation on single values. */
  record Activate(TileOps ops, Layer.Activation activation) implements TileStep {
    @Override
    public NDArray apply(NDManager scope, NDArray x, Region output, Size input) {
      return ops.activate(scope, x, activation);
    }
  }

  /** The sum with a value that was kept. */
  record AddKept(TileOps ops, TileSource kept) implements TileStep {
    @Override
    public NDArray apply(NDManager scope, NDArray x, Region output, Size input) throws IOException {
      return ops.add(scope, x, kept.read(scope, output));
    }
  }
}
