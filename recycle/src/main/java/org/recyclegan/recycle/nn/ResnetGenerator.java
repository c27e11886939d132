package org.recyclegan.recycle.nn;

/**
 * The generator of Johnson et al. (ECCV 2016) as CycleGAN and Recycle-GAN use it: a 7×7
 * convolution, two of stride 2, residual blocks, two transposed convolutions, a 7×7 convolution and
 * tanh; reflection padding, instance normalisation without affine part. (N, 3, H, W) in [-1, 1] to
 * the same.
 *
 * <p>With 64 filters and 6 blocks it has 7,837,699 parameters, with 9 blocks 11,378,179.
 *
 * @param filters channels after the first convolution, {@code ngf} in the reference; at least 1
 * @param blocks residual blocks: 6 in the paper; at least 1
 */
public record ResnetGenerator(int filters, int blocks) implements Architecture {

  private static final int DOWNSAMPLINGS = 2;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public ResnetGenerator {
    if (filters < 1 || blocks < 1) {
      throw new IllegalArgumentException(
          "A generator needs at least 1 filter and 1 block, found " + filters + " and " + blocks);
    }
  }

  @Override
  public int sideMultiple() {
    return 1 << DOWNSAMPLINGS;
  }

  /** {@inheritDoc} Reflection by one pixel needs two of them after the second downsampling. */
  @Override
  public int smallestSide() {
    return 2 * sideMultiple();
  }

  @Override
  public void describe(LayerBuilder s) {
    int layer = 1;
    s.reflectionPad(3).convolution("model." + layer, 3, filters, 7, 1, 0).instanceNorm().relu();
    layer += 3;
    int channels = filters;
    for (int i = 0; i < DOWNSAMPLINGS; i++, layer += 3, channels *= 2) {
      s.convolution("model." + layer, channels, 2 * channels, 3, 2, 1).instanceNorm().relu();
    }
    for (int i = 0; i < blocks; i++, layer++) {
      residualBlock(s, "model." + layer + ".conv_block.", channels);
    }
    for (int i = 0; i < DOWNSAMPLINGS; i++, layer += 3, channels /= 2) {
      s.transposedConvolution("model." + layer, channels, channels / 2, 3, 1).instanceNorm().relu();
    }
    s.reflectionPad(3).convolution("model." + (layer + 1), filters, 3, 7, 1, 0).tanh();
  }

  /** No ReLU after the sum, as in the reference. */
  private static void residualBlock(LayerBuilder s, String prefix, int channels) {
    s.keep("r")
        .reflectionPad(1)
        .convolution(prefix + 1, channels, channels, 3, 1, 0)
        .instanceNorm()
        .relu()
        .reflectionPad(1)
        .convolution(prefix + 5, channels, channels, 3, 1, 0)
        .instanceNorm()
        .add("r");
  }
}
