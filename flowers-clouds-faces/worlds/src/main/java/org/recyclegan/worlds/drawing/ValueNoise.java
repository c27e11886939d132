package org.recyclegan.worlds.drawing;

/**
 * Smooth random hills over the plane: independent uniform values at the lattice's integer points,
 * joined smoothly (value noise). The same seed gives the same hills.
 *
 * @param seed of the hills
 */
public record ValueNoise(long seed) {

  /**
   * Returns a height.
   *
   * @param x across, one lattice cell a unit
   * @param y down
   * @return from 0 to 1
   */
  public double at(double x, double y) {
    long x0 = (long) Math.floor(x);
    long y0 = (long) Math.floor(y);
    double tx = Ease.smoothstep(0, 1, x - x0);
    double ty = Ease.smoothstep(0, 1, y - y0);
    double top = Ease.mix(lattice(x0, y0), lattice(x0 + 1, y0), tx);
    double bottom = Ease.mix(lattice(x0, y0 + 1), lattice(x0 + 1, y0 + 1), tx);
    return Ease.mix(top, bottom, ty);
  }

  private double lattice(long x, long y) {
    return Seeds.fraction(seed, x * 0x9E3779B1L + y * 0x85EBCA77L);
  }
}
