package org.recyclegan.worlds.flowers;

import org.recyclegan.worlds.drawing.Tint;

/**
 * A sun and the sky around it, as they fall on something thin and soft: the light wraps a little
 * past the edge of the shadow, and some of it shines through from behind.
 *
 * @param direction towards the sun, of length 1
 * @param sun its colour and strength
 * @param sky what comes from everywhere
 */
record Light(Vec3 direction, Tint sun, Tint sky) {

  private static final double WRAP = 0.35;
  private static final double TRANSLUCENCY = 0.6;
  private static final double SHEEN = 0.12;
  private static final int SHEEN_SHARPNESS = 12;

  /** Returns what the viewer sees of a colour whose normal (of any length) faces the viewer. */
  Tint on(Tint colour, Vec3 facingNormal) {
    Vec3 n = facingNormal.unit();
    double cosine = n.dot(direction);
    double front = Math.max(0, (cosine + WRAP) / (1 + WRAP));
    double through = TRANSLUCENCY * Math.max(0, -cosine);
    double half = Math.max(0, n.dot(halfway()));
    double sheen = SHEEN * power(half, SHEEN_SHARPNESS);
    double skyward = 0.85 + 0.15 * n.y();
    double shine = front + through;
    return new Tint(
        colour.r() * (sun.r() * shine + sky.r() * skyward) + sun.r() * sheen,
        colour.g() * (sun.g() * shine + sky.g() * skyward) + sun.g() * sheen,
        colour.b() * (sun.b() * shine + sky.b() * skyward) + sun.b() * sheen);
  }

  private Vec3 halfway() {
    return direction.plus(new Vec3(0, 0, 1)).unit();
  }

  private static double power(double base, int exponent) {
    double result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }
}
