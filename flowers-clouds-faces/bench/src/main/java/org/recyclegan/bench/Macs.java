package org.recyclegan.bench;

import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;

/**
 * Multiply-adds of the networks' convolutions, counted from their shapes: output pixels times input
 * channels times output channels times the kernel's area. All that is not convolution is left out,
 * so a share of the machine's rate computed from it is rather too low.
 */
final class Macs {

  private static final int MOST = 8;

  /** Forward passes of a training step of the official structure. */
  private static final int GENERATOR_PASSES = 6;

  private static final int PREDICTOR_PASSES = 4;
  private static final int DISCRIMINATOR_PASSES = 22;

  /** Forward, gradients of the inputs, gradients of the weights. */
  private static final int PASSES_OF_LEARNING = 3;

  private Macs() {}

  /** Of one frame through a generator, sides rounded up to what it processes. */
  static double generator(int filters, int blocks, int width, int height) {
    double pixels = (double) ((width + 3) / 4 * 4) * ((height + 3) / 4 * 4);
    double f = filters;
    double outer = 2 * 49 * 3 * f * pixels;
    double down = 9 * (f * 2 * f / 4 + 2 * f * 4 * f / 16) * pixels;
    // A transposed convolution of stride 2 does its work at each pixel of its input.
    double up = 9 * (4 * f * 2 * f / 16 + 2 * f * f / 4) * pixels;
    double body = blocks * 2 * 9 * 16 * f * f / 16 * pixels;
    return outer + down + up + body;
  }

  /** Of a pair of square frames through a U-Net predictor. */
  static double predictor(int filters, int depth, int size) {
    double macs = 0;
    double pixels = (double) size * size;
    for (int level = 0; level < depth; level++) {
      pixels /= 4;
      double in = level == 0 ? 6 : channels(filters, level - 1);
      double out = channels(filters, level);
      double back = level == 0 ? 3 : channels(filters, level - 1);
      double joined = level == depth - 1 ? out : 2 * out;
      macs += 16 * (in * out + joined * back) * pixels;
    }
    return macs;
  }

  /** Of a square frame through a discriminator of three layers of stride 2. */
  static double discriminator(int filters, int layers, int size) {
    double side = size / 2.0;
    double macs = 16.0 * 3 * filters * side * side;
    for (int i = 1; i <= layers; i++) {
      side = i < layers ? side / 2 : side - 1;
      macs += 16.0 * channels(filters, i - 1) * channels(filters, i) * side * side;
    }
    side -= 1;
    return macs + 16.0 * channels(filters, layers) * side * side;
  }

  private static double channels(int filters, int level) {
    return filters * (double) Math.min(1 << level, MOST);
  }

  /** Of a step of Recycle-GAN on one triplet of each domain, as the official code does it. */
  static double step(NetworkSizes networks, int size) {
    return PASSES_OF_LEARNING
        * (GENERATOR_PASSES
                * generator(
                    networks.size(NetworkRole.GENERATOR, "filters"),
                    networks.size(NetworkRole.GENERATOR, "blocks"),
                    size,
                    size)
            + PREDICTOR_PASSES
                * predictor(
                    networks.size(NetworkRole.PREDICTOR, "filters"),
                    networks.size(NetworkRole.PREDICTOR, "depth"),
                    size)
            + DISCRIMINATOR_PASSES
                * discriminator(
                    networks.size(NetworkRole.DISCRIMINATOR, "filters"),
                    networks.size(NetworkRole.DISCRIMINATOR, "layers"),
                    size));
  }
}
