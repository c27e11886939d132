package org.recyclegan.worlds.drawing;

/**
 * How a camera turns light into a picture.
 *
 * @param rimDarkening share of the light that the corners lose
 * @param shoulder brightness from which it is bent so that it never quite reaches white; 1 or more
 *     bends nothing
 * @param readNoise standard deviation of the noise in black
 * @param shotNoise what the noise grows by with the square root of the brightness
 */
public record Film(double rimDarkening, double shoulder, double readNoise, double shotNoise) {

  private static final Film PHOTOGRAPH = new Film(0.16, 0.82, 0.004, 0.010);

  /**
   * Returns what most worlds use.
   *
   * @return a darker rim, soft highlights, noise as of a small sensor
   */
  public static Film photograph() {
    return PHOTOGRAPH;
  }

  double exposed(double light) {
    double v = Math.max(0, light);
    if (v <= shoulder || shoulder >= 1) {
      return v;
    }
    double room = 1 - shoulder;
    double over = (v - shoulder) / room;
    return shoulder + room * over / (1 + over);
  }

  double noiseAt(double clean) {
    return readNoise + shotNoise * Math.sqrt(clean);
  }
}
