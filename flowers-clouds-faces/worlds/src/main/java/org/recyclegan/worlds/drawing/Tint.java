package org.recyclegan.worlds.drawing;

/**
 * A colour as displayed, each channel nominally 0 to 1.
 *
 * @param r red
 * @param g green
 * @param b blue
 */
public record Tint(double r, double g, double b) {

  /**
   * Reads a colour as designers write it.
   *
   * @param rgb hexadecimal triple, red highest
   */
  public static Tint of(int rgb) {
    return new Tint(((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0);
  }

  /**
   * Goes towards another colour.
   *
   * @param to where to
   * @param t 0 for this colour, 1 for the other
   */
  public Tint mix(Tint to, double t) {
    return new Tint(Ease.mix(r, to.r, t), Ease.mix(g, to.g, t), Ease.mix(b, to.b, t));
  }

  /**
   * Brightens or darkens.
   *
   * @param k factor
   * @return every channel times the factor
   */
  public Tint times(double k) {
    return new Tint(r * k, g * k, b * k);
  }

  /**
   * Lets a coloured light fall on this colour.
   *
   * @param light its colour and strength
   * @return the product channel by channel
   */
  public Tint times(Tint light) {
    return new Tint(r * light.r, g * light.g, b * light.b);
  }

  /**
   * Adds light.
   *
   * @param light its colour and strength
   * @return the sum channel by channel
   */
  public Tint plus(Tint light) {
    return new Tint(r + light.r, g + light.g, b + light.b);
  }
}
