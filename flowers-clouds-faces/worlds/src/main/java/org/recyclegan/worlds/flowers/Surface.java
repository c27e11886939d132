package org.recyclegan.worlds.flowers;

/**
 * A curved sheet given at the nodes of a grid: {@code v} runs along the rows (0 to 1), {@code u}
 * across them (-1 to 1). Normals are those of the grid, so that shading is smooth.
 */
final class Surface {

  /** A point of a sheet. */
  @FunctionalInterface
  interface Shape {
    Vec3 at(double u, double v);
  }

  final int rows;
  final int columns;
  final Vec3[] points;
  final Vec3[] normals;

  private Surface(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.points = new Vec3[(rows + 1) * (columns + 1)];
    this.normals = new Vec3[points.length];
  }

  /** Samples a shape at {@code (rows + 1) * (columns + 1)} nodes. */
  static Surface of(int rows, int columns, Shape shape) {
    Surface surface = new Surface(rows, columns);
    for (int i = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++) {
        surface.points[surface.index(i, j)] = shape.at(surface.u(j), surface.v(i));
      }
    }
    surface.computeNormals();
    return surface;
  }

  int index(int row, int column) {
    return row * (columns + 1) + column;
  }

  double u(int column) {
    return 2.0 * column / columns - 1;
  }

  double v(int row) {
    return (double) row / rows;
  }

  private void computeNormals() {
    for (int i = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++) {
        Vec3 along =
            points[index(Math.min(rows, i + 1), j)].minus(points[index(Math.max(0, i - 1), j)]);
        Vec3 across =
            points[index(i, Math.min(columns, j + 1))].minus(points[index(i, Math.max(0, j - 1))]);
        Vec3 normal = along.cross(across);
        double length = Math.sqrt(normal.dot(normal));
        // At a petal's tip the rows shrink to a point; any normal will do there.
        normals[index(i, j)] = length < 1e-12 ? new Vec3(0, 0, 1) : normal.times(1 / length);
      }
    }
  }
}
