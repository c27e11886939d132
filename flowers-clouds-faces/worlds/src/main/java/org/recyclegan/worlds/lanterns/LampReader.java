package org.recyclegan.worlds.lanterns;

import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;

/**
 * Reads the lanterns of any picture, true or generated, by a fixed rule that knows no method: the
 * mean over a lantern's middle of the brightness (A: the mean of the channels) or of red minus blue
 * (B), divided by 255. In true pictures this rises evenly with the lantern's value and with nothing
 * else but, a little, its neighbours' light; calibrate it with a straight line on true pictures.
 */
public final class LampReader {

  /** The part of a lantern that is read; edges would suffer from blur. */
  private static final double CORE = 0.6;

  private final Side domain;
  private final int size;

  /**
   * Creates a reader.
   *
   * @param domain whose pictures are read
   * @param size of their sides, in pixels
   * @throws IllegalArgumentException if the size is out of {@link Skin}'s range
   */
  public LampReader(Side domain, int size) {
    if (size < Skin.MIN_SIZE || size > Skin.MAX_SIZE) {
      throw new IllegalArgumentException("No pictures have " + size + " pixels a side");
    }
    this.domain = domain;
    this.size = size;
  }

  /**
   * Reads all lanterns.
   *
   * @param rgb {@code 3 * size * size} bytes, RGB, HWC
   * @return a reading for each, in the order of the state: 0 to 1 in A, -1 to 1 in B
   * @throws IllegalArgumentException if the picture has another size
   */
  public double[] read(byte[] rgb) {
    if (rgb.length != 3 * size * size) {
      throw new IllegalArgumentException(
          "Expected " + 3 * size * size + " bytes, found " + rgb.length);
    }
    double[] sums = new double[Lanterns.COUNT];
    int[] counts = new int[Lanterns.COUNT];
    for (int pixel = 0; pixel < size * size; pixel++) {
      double x = (pixel % size + 0.5) / size;
      double y = (Math.floorDiv(pixel, size) + 0.5) / size;
      int lamp = LampPlaces.at(x, y);
      if (LampPlaces.outline(lamp, x, y) < CORE) {
        sums[lamp] += signal(rgb, 3 * pixel);
        counts[lamp]++;
      }
    }
    for (int lamp = 0; lamp < sums.length; lamp++) {
      sums[lamp] /= counts[lamp];
    }
    return sums;
  }

  private double signal(byte[] rgb, int at) {
    int red = rgb[at] & 255;
    int green = rgb[at + 1] & 255;
    int blue = rgb[at + 2] & 255;
    return (domain == Side.A ? (red + green + blue) / 3.0 : red - blue) / 255;
  }
}
