package org.recyclegan.worlds.flowers;

import java.util.Arrays;
import org.recyclegan.worlds.drawing.Tint;

/**
 * A square picture with depth, seen from far away along -z: the scene's origin is in its middle. It
 * is finer than the picture it becomes; {@code Camera} averages it down.
 */
final class Raster {

  private static final float EMPTY = Float.NEGATIVE_INFINITY;

  /** Half a picture for one scene unit; makes the subject fill the picture. */
  private static final double ZOOM = 1.24;

  private final int side;
  private final float[] rgb;
  private final float[] depth;
  private final Light light;

  Raster(int side, Light light) {
    this.side = side;
    this.light = light;
    this.rgb = new float[3 * side * side];
    this.depth = new float[side * side];
  }

  int side() {
    return side;
  }

  void clear() {
    Arrays.fill(depth, EMPTY);
  }

  boolean covered(int pixel) {
    return depth[pixel] != EMPTY;
  }

  /** Returns a channel of a covered pixel, pixels counted row by row from the top. */
  float channel(int pixel, int channel) {
    return rgb[3 * pixel + channel];
  }

  /** Draws what of a sheet is nearer than what is there already. */
  void draw(Surface sheet, Material material) {
    for (int i = 0; i < sheet.rows; i++) {
      for (int j = 0; j < sheet.columns; j++) {
        triangle(sheet, material, new int[] {i, i + 1, i}, new int[] {j, j, j + 1});
        triangle(sheet, material, new int[] {i + 1, i + 1, i}, new int[] {j, j + 1, j + 1});
      }
    }
  }

  private void triangle(Surface sheet, Material material, int[] row, int[] column) {
    Vec3 a = toPixels(sheet.points[sheet.index(row[0], column[0])]);
    Vec3 b = toPixels(sheet.points[sheet.index(row[1], column[1])]);
    Vec3 c = toPixels(sheet.points[sheet.index(row[2], column[2])]);
    double area = (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    if (area == 0) {
      return;
    }
    int top = Math.max(0, (int) Math.ceil(Math.min(a.y(), Math.min(b.y(), c.y())) - 0.5));
    int bottom = Math.min(side - 1, (int) (Math.max(a.y(), Math.max(b.y(), c.y())) - 0.5));
    int left = Math.max(0, (int) Math.ceil(Math.min(a.x(), Math.min(b.x(), c.x())) - 0.5));
    int right = Math.min(side - 1, (int) (Math.max(a.x(), Math.max(b.x(), c.x())) - 0.5));
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double px = x + 0.5;
        double py = y + 0.5;
        double wb = ((px - a.x()) * (c.y() - a.y()) - (py - a.y()) * (c.x() - a.x())) / area;
        double wc = ((b.x() - a.x()) * (py - a.y()) - (b.y() - a.y()) * (px - a.x())) / area;
        double wa = 1 - wb - wc;
        if (wa < 0 || wb < 0 || wc < 0) {
          continue;
        }
        float z = (float) (wa * a.z() + wb * b.z() + wc * c.z());
        int pixel = y * side + x;
        if (z > depth[pixel]) {
          depth[pixel] = z;
          paint(pixel, sheet, material, row, column, new double[] {wa, wb, wc});
        }
      }
    }
  }

  private Vec3 toPixels(Vec3 p) {
    return new Vec3((1 + ZOOM * p.x()) * 0.5 * side, (1 - ZOOM * p.y()) * 0.5 * side, p.z());
  }

  private void paint(
      int pixel, Surface sheet, Material material, int[] row, int[] column, double[] weight) {
    double u = 0;
    double v = 0;
    Vec3 normal = new Vec3(0, 0, 0);
    for (int k = 0; k < 3; k++) {
      u += weight[k] * sheet.u(column[k]);
      v += weight[k] * sheet.v(row[k]);
      normal = normal.plus(sheet.normals[sheet.index(row[k], column[k])].times(weight[k]));
    }
    boolean inside = normal.z() > 0;
    Tint lit = light.on(material.at(u, v, inside), inside ? normal : normal.times(-1));
    rgb[3 * pixel] = (float) lit.r();
    rgb[3 * pixel + 1] = (float) lit.g();
    rgb[3 * pixel + 2] = (float) lit.b();
  }
}
