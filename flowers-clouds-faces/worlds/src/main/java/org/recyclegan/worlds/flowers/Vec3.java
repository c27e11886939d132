package org.recyclegan.worlds.flowers;

/** A point or direction of the scene: x to the right, y up, z towards the viewer. */
record Vec3(double x, double y, double z) {

  Vec3 plus(Vec3 o) {
    return new Vec3(x + o.x, y + o.y, z + o.z);
  }

  Vec3 minus(Vec3 o) {
    return new Vec3(x - o.x, y - o.y, z - o.z);
  }

  Vec3 times(double k) {
    return new Vec3(x * k, y * k, z * k);
  }

  double dot(Vec3 o) {
    return x * o.x + y * o.y + z * o.z;
  }

  Vec3 cross(Vec3 o) {
    return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  Vec3 unit() {
    return times(1 / Math.sqrt(dot(this)));
  }
}
