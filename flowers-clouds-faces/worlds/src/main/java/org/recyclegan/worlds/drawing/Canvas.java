package org.recyclegan.worlds.drawing;

/**
 * A square on which shapes are painted one over the other, with soft edges. Its middle is the
 * origin; x goes from -1 to 1 to the right, y from -1 to 1 upwards.
 */
public final class Canvas implements Drawing {

  private final int side;
  private final float[] rgb;

  /**
   * Creates a canvas.
   *
   * @param side in samples
   */
  public Canvas(int side) {
    this.side = side;
    this.rgb = new float[3 * side * side];
  }

  /**
   * Covers everything.
   *
   * @param backdrop seen through a lens that has it out of focus
   * @param samples of this canvas for a pixel of the backdrop, in each direction
   */
  public void cover(Backdrop backdrop, int samples) {
    int size = side / samples;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int pixel = row / samples * size + column / samples;
        for (int c = 0; c < 3; c++) {
          rgb[3 * (row * side + column) + c] = backdrop.channel(pixel, c);
        }
      }
    }
  }

  /**
   * Sets one sample.
   *
   * @param row from the top
   * @param column from the left
   * @param tint its colour
   */
  public void set(int row, int column, Tint tint) {
    blend(3 * (row * side + column), tint, 1);
  }

  /**
   * Paints a shape with an edge as sharp as the canvas allows.
   *
   * @param box what part of the canvas to look at
   * @param shape to be filled
   * @param paint its colours
   */
  public void fill(Box box, Shape shape, Paint paint) {
    fill(box, shape, paint, 2.0 / side, 1);
  }

  /**
   * Paints a shape.
   *
   * @param box what part of the canvas to look at
   * @param shape to be filled
   * @param paint its colours
   * @param softness how far the edge fades to either side of the outline
   * @param opacity 0 to 1
   */
  public void fill(Box box, Shape shape, Paint paint, double softness, double opacity) {
    int left = Math.max(0, toColumn(box.left()));
    int right = Math.min(side - 1, toColumn(box.right()));
    int top = Math.max(0, toRow(box.top()));
    int bottom = Math.min(side - 1, toRow(box.bottom()));
    for (int row = top; row <= bottom; row++) {
      double y = 1 - 2 * (row + 0.5) / side;
      for (int column = left; column <= right; column++) {
        double x = 2 * (column + 0.5) / side - 1;
        double distance = shape.distance(x, y);
        if (distance < softness) {
          double cover = opacity * (1 - Ease.smoothstep(-softness, softness, distance));
          blend(3 * (row * side + column), paint.at(x, y), (float) cover);
        }
      }
    }
  }

  private void blend(int at, Tint tint, float cover) {
    rgb[at] += cover * ((float) tint.r() - rgb[at]);
    rgb[at + 1] += cover * ((float) tint.g() - rgb[at + 1]);
    rgb[at + 2] += cover * ((float) tint.b() - rgb[at + 2]);
  }

  @Override
  public double light(int row, int column, int channel) {
    return rgb[3 * (row * side + column) + channel];
  }

  private int toColumn(double x) {
    return (int) Math.floor(0.5 * (x + 1) * side);
  }

  private int toRow(double y) {
    return (int) Math.floor(0.5 * (1 - y) * side);
  }

  /**
   * A part of a canvas; saves looking at all of it.
   *
   * @param left edge
   * @param bottom edge
   * @param right edge
   * @param top edge
   */
  public record Box(double left, double bottom, double right, double top) {

    private static final Box ALL = new Box(-1, -1, 1, 1);

    /**
     * Returns the whole canvas.
     *
     * @return from -1 to 1
     */
    public static Box all() {
      return ALL;
    }

    /**
     * A box around a middle.
     *
     * @param x the middle
     * @param y the middle
     * @param reachX half the width
     * @param reachY half the height
     */
    public static Box around(double x, double y, double reachX, double reachY) {
      return new Box(x - reachX, y - reachY, x + reachX, y + reachY);
    }
  }
}
