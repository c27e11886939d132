package org.recyclegan.recycle.nn;

/**
 * {@link ResnetGenerator} with transposed convolutions of 4×4 instead of 3×3: with stride 2 each
 * output then has equally many inputs, where a window of 3 leaves a checkerboard of period 2 (Odena
 * et al., Distill 2016). (N, 3, H, W) in [-1, 1] to the same.
 *
 * @param filters channels after the first convolution; at least 1
 * @param blocks residual blocks; at least 1
 */
public record EvenResnetGenerator(int filters, int blocks) implements Architecture {

  private static final int DOWNSAMPLINGS = 2;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public EvenResnetGenerator {
    if (filters < 1 || blocks < 1) {
      throw new IllegalArgumentException(
          "A generator needs at least 1 filter and 1 block, found " + filters + " and " + blocks);
    }
  }

  @Override
  public int sideMultiple() {
    return 1 << DOWNSAMPLINGS;
  }

  @Override
  public int smallestSide() {
    return 2 * sideMultiple();
  }

  @Override
  public void describe(LayerBuilder s) {
    s.reflectionPad(3).convolution("first", 3, filters, 7, 1, 0).instanceNorm().relu();
    int channels = filters;
    for (int i = 0; i < DOWNSAMPLINGS; i++, channels *= 2) {
      s.convolution("down." + i, channels, 2 * channels, 3, 2, 1).instanceNorm().relu();
    }
    for (int i = 0; i < blocks; i++) {
      String name = "block." + i + ".";
      s.keep("r")
          .reflectionPad(1)
          .convolution(name + 0, channels, channels, 3, 1, 0)
          .instanceNorm()
          .relu()
          .reflectionPad(1)
          .convolution(name + 1, channels, channels, 3, 1, 0)
          .instanceNorm()
          .add("r");
    }
    for (int i = 0; i < DOWNSAMPLINGS; i++, channels /= 2) {
      s.transposedConvolution("up." + i, channels, channels / 2, 4, 0).instanceNorm().relu();
    }
    s.reflectionPad(3).convolution("last", filters, 3, 7, 1, 0).tanh();
  }
}
