package org.recyclegan.recycle.nn;

/**
 * The PatchGAN discriminator of Isola et al. (CVPR 2017): each output value judges one patch, 70×70
 * pixels with 3 layers. (N, 3·frames, H, W) in [-1, 1] to (N, 1, h, w), unbounded; 1×30×30 for
 * 256×256.
 *
 * <p>With 64 filters, 3 layers and single frames it has 2,764,737 parameters.
 *
 * @param filters channels after the first convolution, {@code ndf} in the reference; at least 1
 * @param layers convolutions of stride 2: 3 in the paper; at least 1
 * @param frames consecutive frames that it sees at a time, joined on channels: 1 in the paper
 */
public record PatchDiscriminator(int filters, int layers, int frames) implements Architecture {

  /** Channels stop growing at eight times the first layer's. */
  private static final int LARGEST_MULTIPLIER = 8;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public PatchDiscriminator {
    if (filters < 1 || layers < 1 || frames < 1) {
      throw new IllegalArgumentException(
          "A discriminator needs at least 1 filter, 1 layer and 1 frame, found "
              + filters
              + ", "
              + layers
              + " and "
              + frames);
    }
  }

  /**
   * A discriminator of single frames.
   *
   * @param filters channels after the first convolution
   * @param layers convolutions of stride 2
   * @throws IllegalArgumentException if one is less than 1
   */
  public PatchDiscriminator(int filters, int layers) {
    this(filters, layers, 1);
  }

  @Override
  public boolean makesPictures() {
    return false;
  }

  @Override
  public int sideMultiple() {
    return 1;
  }

  /** {@inheritDoc} The two last convolutions, of stride 1, each take one pixel off a side. */
  @Override
  public int smallestSide() {
    return 3 << layers;
  }

  /** States the layers: {@code layers} of stride 2, then two of stride 1. */
  @Override
  public void describe(LayerBuilder s) {
    s.convolution("model.0", 3 * frames, filters, 4, 2, 1).leakyRelu();
    int layer = 2;
    int channels = filters;
    for (int i = 1; i <= layers; i++, layer += 3) {
      int next = filters * Math.min(1 << i, LARGEST_MULTIPLIER);
      int stride = i < layers ? 2 : 1;
      s.convolution("model." + layer, channels, next, 4, stride, 1).instanceNorm().leakyRelu();
      channels = next;
    }
    s.convolution("model." + layer, channels, 1, 4, 1, 1);
  }
}
