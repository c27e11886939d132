package org.recyclegan.worlds.drawing;

/**
 * A flat shape as its signed distance: negative inside, zero on the outline, positive outside, in
 * the units of the canvas.
 */
@FunctionalInterface
public interface Shape {

  /**
   * Returns the distance, near the outline at least.
   *
   * @param x to the right
   * @param y upwards
   * @return negative inside
   */
  double distance(double x, double y);

  /**
   * An ellipse along the axes.
   *
   * @param cx its middle
   * @param cy its middle
   * @param rx half its width
   * @param ry half its height
   */
  static Shape ellipse(double cx, double cy, double rx, double ry) {
    return (x, y) -> (Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) * Math.min(rx, ry);
  }

  /**
   * A line with round ends.
   *
   * @param x0 one end
   * @param y0 one end
   * @param x1 the other end
   * @param y1 the other end
   * @param radius half its thickness
   */
  static Shape stroke(double x0, double y0, double x1, double y1, double radius) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double square = Math.max(1e-12, dx * dx + dy * dy);
    return (x, y) -> {
      double t = Ease.clamp(((x - x0) * dx + (y - y0) * dy) / square);
      return Math.hypot(x - x0 - t * dx, y - y0 - t * dy) - radius;
    };
  }

  /**
   * What two shapes share.
   *
   * @param other the other shape
   */
  default Shape and(Shape other) {
    return (x, y) -> Math.max(distance(x, y), other.distance(x, y));
  }

  /**
   * Both shapes, joined by a fillet.
   *
   * @param other the other shape
   * @param fillet its radius (I. Quilez' quadratic smooth minimum)
   */
  default Shape joined(Shape other, double fillet) {
    return (x, y) -> {
      double a = distance(x, y);
      double b = other.distance(x, y);
      double h = Math.max(0, fillet - Math.abs(a - b)) / fillet;
      return Math.min(a, b) - 0.25 * h * h * fillet;
    };
  }

  /**
   * This shape without another.
   *
   * @param other what is cut away
   */
  default Shape without(Shape other) {
    return (x, y) -> Math.max(distance(x, y), -other.distance(x, y));
  }
}
