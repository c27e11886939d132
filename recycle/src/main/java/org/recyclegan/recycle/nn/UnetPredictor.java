package org.recyclegan.recycle.nn;

/**
 * The temporal predictor: a U-Net (Isola et al., CVPR 2017) from two consecutive frames of a
 * domain, joined on channels, to the next frame of it. (N, 6, H, W) in [-1, 1] to (N, 3, H, W) in
 * [-1, 1].
 *
 * <p>With 64 filters it has 54,412,675 parameters at depth 8 and 41,828,739 at depth 7.
 *
 * @param filters channels after the first convolution; at least 1
 * @param depth halvings of the size: 8 for frames of 256×256; at least 5
 */
public record UnetPredictor(int filters, int depth) implements Architecture {

  private static final int LARGEST_MULTIPLIER = 8;
  private static final int SMALLEST_DEPTH = 5;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no filter, or the depth is less than 5 or more
   *     than 12 (a side of 4096)
   */
  public UnetPredictor {
    if (filters < 1 || depth < SMALLEST_DEPTH || depth > 12) {
      throw new IllegalArgumentException(
          "A predictor needs at least 1 filter and a depth of 5 to 12, found "
              + filters
              + " and "
              + depth);
    }
  }

  @Override
  public int sideMultiple() {
    return 1 << depth;
  }

  @Override
  public int smallestSide() {
    return sideMultiple();
  }

  @Override
  public void describe(LayerBuilder s) {
    s.convolution("model.model.0", 6, filters, 4, 2, 1);
    for (int level = 1; level < depth; level++) {
      s.keep("d" + (level - 1))
          .leakyRelu()
          .convolution(prefix(level) + 1, channels(level - 1), channels(level), 4, 2, 1);
      if (level < depth - 1) {
        // The innermost has no normalisation: at 1×1 it would subtract the value from itself.
        s.instanceNorm();
      }
    }
    for (int level = depth - 1; level >= 1; level--) {
      boolean innermost = level == depth - 1;
      int in = innermost ? channels(level) : 2 * channels(level);
      s.relu()
          .transposedConvolution(prefix(level) + (innermost ? 3 : 5), in, channels(level - 1), 4, 0)
          .instanceNorm()
          .concat("d" + (level - 1));
    }
    s.relu().transposedConvolution("model.model.3", 2 * filters, 3, 4, 0).tanh();
  }

  /** Channels on the way down at a level, 0 being the outermost. */
  private int channels(int level) {
    return filters * Math.min(1 << level, LARGEST_MULTIPLIER);
  }

  /** The official names nest a block in a block: the first at index 1, each further one at 3. */
  private static String prefix(int level) {
    return "model.model.1.model." + "3.model.".repeat(level - 1);
  }
}
