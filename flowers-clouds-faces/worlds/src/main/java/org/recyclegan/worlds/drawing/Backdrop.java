package org.recyclegan.worlds.drawing;

import java.util.SplittableRandom;

/** What lies far behind the subject, out of focus: soft hills of colour and discs of light. */
public final class Backdrop {

  private static final int DISCS = 16;
  private static final double COARSE_HILLS = 2.2;
  private static final double FINE_HILLS = 5.1;

  private final int size;
  private final float[] rgb;

  /**
   * Colours of a place.
   *
   * @param high at the upper edge
   * @param low at the lower edge
   * @param shade of the darker hills
   * @param lights of the discs
   * @param discStrength how bright the discs are, 0 to 1
   */
  public record Palette(Tint high, Tint low, Tint shade, Tint lights, double discStrength) {}

  private Backdrop(int size) {
    this.size = size;
    this.rgb = new float[3 * size * size];
  }

  /**
   * Paints a place once; it stays as it is for all frames, as behind a camera on a tripod.
   *
   * @param palette its colours
   * @param size of the square picture, in pixels
   * @param seed another seed, another place
   */
  public static Backdrop of(Palette palette, int size, long seed) {
    Backdrop backdrop = new Backdrop(size);
    backdrop.paintHills(palette, new ValueNoise(seed));
    SplittableRandom random = new SplittableRandom(Seeds.mix(seed, DISCS));
    for (int i = 0; i < DISCS; i++) {
      backdrop.paintDisc(
          random.nextDouble(-1, 1),
          Ease.mix(1, -0.6, random.nextDouble() * random.nextDouble()),
          Ease.mix(0.06, 0.2, random.nextDouble()),
          palette.lights,
          palette.discStrength * Ease.mix(0.3, 1, random.nextDouble()));
    }
    return backdrop;
  }

  /**
   * Returns what was painted.
   *
   * @param pixel row by row from the top
   * @param channel 0 red, 1 green, 2 blue
   * @return nominally 0 to 1
   */
  public float channel(int pixel, int channel) {
    return rgb[3 * pixel + channel];
  }

  private void paintHills(Palette palette, ValueNoise noise) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double x = (column + 0.5) / size;
        double y = (row + 0.5) / size;
        double hills =
            0.65 * noise.at(COARSE_HILLS * x, COARSE_HILLS * y)
                + 0.35 * noise.at(40 + FINE_HILLS * x, FINE_HILLS * y);
        double fall = Ease.smoothstep(0, 1, y + 0.25 * (hills - 0.5));
        Tint tint = palette.high.mix(palette.low, fall);
        tint = tint.mix(palette.shade, 0.75 * Ease.smoothstep(0.45, 0.85, hills));
        int at = 3 * (row * size + column);
        rgb[at] = (float) tint.r();
        rgb[at + 1] = (float) tint.g();
        rgb[at + 2] = (float) tint.b();
      }
    }
  }

  private void paintDisc(double cx, double cy, double radius, Tint lights, double strength) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double dx = 2 * (column + 0.5) / size - 1 - cx;
        double dy = 1 - 2 * (row + 0.5) / size - cy;
        double distance = Math.sqrt(dx * dx + dy * dy) / radius;
        double inside = 1 - Ease.smoothstep(0.72, 1.15, distance);
        // A lens out of focus draws points of light as discs, a little brighter at the rim.
        double amount = strength * inside * (0.7 + 0.3 * Math.min(1, distance));
        int at = 3 * (row * size + column);
        rgb[at] += (float) (amount * lights.r());
        rgb[at + 1] += (float) (amount * lights.g());
        rgb[at + 2] += (float) (amount * lights.b());
      }
    }
  }
}
