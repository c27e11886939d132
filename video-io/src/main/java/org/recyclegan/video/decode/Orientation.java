package org.recyclegan.video.decode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * One of the eight ways a coded picture is turned to stand upright: first transposed or not, then
 * reversed along each of the resulting axes or not.
 *
 * @param transposed whether rows become columns
 * @param reversedX whether the delivered rows run against the coded direction
 * @param reversedY whether the delivered columns run against the coded direction
 * @param exact false if the file asked for an angle between two quarter turns and the nearest was
 *     taken
 */
record Orientation(boolean transposed, boolean reversedX, boolean reversedY, boolean exact) {

  static final Orientation UPRIGHT = new Orientation(false, false, false, true);

  private static final int MATRIX_BYTES = 9 * Integer.BYTES;
  // Entries of FFmpeg's display matrix {a, b, u, c, d, v, x, y, w}: x' = ax + cy, y' = bx + dy.
  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 3;
  private static final int D = 4;
  // Rounding of a quarter turn in 16.16 stays far below this share of its main entries.
  private static final double SLACK = 0.01;

  /**
   * Reads a display matrix, as libavutil/display.h lays it out.
   *
   * @param matrix nine 16.16 (and 2.30) numbers in the machine's byte order, or null for none
   * @param bytes size of the matrix
   */
  static Orientation ofMatrix(@Nullable BytePointer matrix, long bytes) {
    if (matrix == null || bytes < MATRIX_BYTES) {
      return UPRIGHT;
    }
    int[] m = new int[MATRIX_BYTES / Integer.BYTES];
    new IntPointer((Pointer) matrix).get(m);
    return ofEntries(m[A], m[B], m[C], m[D]);
  }

  static Orientation ofEntries(int a, int b, int c, int d) {
    double straight = Math.hypot(a, d);
    double across = Math.hypot(b, c);
    if (straight == 0 && across == 0) {
      return UPRIGHT;
    }
    boolean exact = Math.min(straight, across) < SLACK * Math.max(straight, across);
    return across > straight
        ? new Orientation(true, c < 0, b < 0, exact)
        : new Orientation(false, a < 0, d < 0, exact);
  }

  /** Returns whether the picture is a mirror image as coded. */
  boolean mirrored() {
    return transposed ? reversedX == reversedY : reversedX != reversedY;
  }

  /** Returns the clockwise turn in degrees that makes the picture upright, after any mirroring. */
  int degreesClockwise() {
    if (transposed) {
      return reversedX ? 90 : 270;
    }
    return reversedY ? 180 : 0;
  }

  int width(int codedWidth, int codedHeight) {
    return transposed ? codedHeight : codedWidth;
  }

  int height(int codedWidth, int codedHeight) {
    return transposed ? codedWidth : codedHeight;
  }

  /** Returns the index, in pixels, of the delivered pixel that coded pixel (0, 0) becomes. */
  int origin(int codedWidth, int codedHeight) {
    int width = width(codedWidth, codedHeight);
    int height = height(codedWidth, codedHeight);
    return (reversedX ? width - 1 : 0) + (reversedY ? (height - 1) * width : 0);
  }

  /** Returns by how many delivered pixels one step to the right in the coded picture moves. */
  int stepRight(int codedWidth, int codedHeight) {
    return transposed ? stepY(codedWidth, codedHeight) : stepX();
  }

  /** Returns by how many delivered pixels one step down in the coded picture moves. */
  int stepDown(int codedWidth, int codedHeight) {
    return transposed ? stepX() : stepY(codedWidth, codedHeight);
  }

  private int stepX() {
    return reversedX ? -1 : 1;
  }

  private int stepY(int codedWidth, int codedHeight) {
    int width = width(codedWidth, codedHeight);
    return reversedY ? -width : width;
  }
}
