package org.recyclegan.studies;

/** A colour as displayed, each channel nominally 0 to 1. */
record Tint(double r, double g, double b) {

  /** From a hexadecimal RGB triple, as designers write it. */
  static Tint of(int rgb) {
    return new Tint(((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0);
  }

  Tint mix(Tint to, double t) {
    return new Tint(Ease.mix(r, to.r, t), Ease.mix(g, to.g, t), Ease.mix(b, to.b, t));
  }

  Tint times(double k) {
    return new Tint(r * k, g * k, b * k);
  }
}
