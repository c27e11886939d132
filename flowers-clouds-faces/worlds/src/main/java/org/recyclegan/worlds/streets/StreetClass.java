package org.recyclegan.worlds.streets;

/**
 * What the label maps tell apart, and the colour of each. The colours lie far from each other, so
 * that a lossy video does not turn one into another: read a map back by the nearest colour.
 */
public enum StreetClass {
  /** Everything above the roofs. */
  SKY(0x00C8FF),
  /** Fronts and side walls of houses. */
  BUILDING(0x282828),
  /** Trees with their trunks, and lawns. */
  VEGETATION(0x28C828),
  /** Where people walk. */
  SIDEWALK(0xFF82E6),
  /** Asphalt. */
  ROAD(0x808080),
  /** Painted lines on the asphalt. */
  MARKING(0xFFFFFF),
  /** Cars of all kinds. */
  CAR(0x1E1EC8),
  /** People on foot. */
  PERSON(0xE61428),
  /** Traffic signs with their poles. */
  SIGN(0xFFDC00);

  private static final StreetClass[] ALL = values();

  private final int rgb;

  StreetClass(int rgb) {
    this.rgb = rgb;
  }

  /**
   * Returns the colour in the label maps.
   *
   * @return 0xRRGGBB
   */
  public int rgb() {
    return rgb;
  }

  /**
   * Reads a pixel back.
   *
   * @param red 0 to 255
   * @param green 0 to 255
   * @param blue 0 to 255
   * @return the class whose colour is nearest by Euclid's distance in RGB
   */
  public static StreetClass nearest(int red, int green, int blue) {
    StreetClass best = SKY;
    int least = Integer.MAX_VALUE;
    for (StreetClass candidate : ALL) {
      int dr = red - (candidate.rgb >> 16);
      int dg = green - (candidate.rgb >> 8 & 255);
      int db = blue - (candidate.rgb & 255);
      int distance = dr * dr + dg * dg + db * db;
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }
}
