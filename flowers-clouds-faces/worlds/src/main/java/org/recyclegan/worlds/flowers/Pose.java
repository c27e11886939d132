package org.recyclegan.worlds.flowers;

/**
 * Where something stands and how it is turned: an origin and three orthonormal directions, {@code
 * axis} being the one the thing grows along.
 */
record Pose(Vec3 origin, Vec3 axis, Vec3 right, Vec3 front) {

  /** Turns so that {@code axis} points along a direction, keeping {@code right} near a hint. */
  static Pose along(Vec3 origin, Vec3 axis, Vec3 rightHint) {
    Vec3 unit = axis.unit();
    Vec3 right = rightHint.minus(unit.times(rightHint.dot(unit))).unit();
    return new Pose(origin, unit, right, right.cross(unit));
  }

  /** Maps polar coordinates around the axis (radial and tangential parts, height) to the scene. */
  Vec3 around(double azimuth, double radial, double tangential, double height) {
    double c = Math.cos(azimuth);
    double s = Math.sin(azimuth);
    double a = radial * c - tangential * s;
    double b = radial * s + tangential * c;
    return new Vec3(
        origin.x() + right.x() * a + front.x() * b + axis.x() * height,
        origin.y() + right.y() * a + front.y() * b + axis.y() * height,
        origin.z() + right.z() * a + front.z() * b + axis.z() * height);
  }
}
