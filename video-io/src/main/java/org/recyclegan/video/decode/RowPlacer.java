package org.recyclegan.video.decode;

import java.nio.ByteBuffer;

/** Copies padded native rows into an upright picture, transparent pixels over a background. */
final class RowPlacer {

  private static final int RGB = 3;
  private static final int RGBA = 4;
  private static final int OPAQUE = 255;

  private final int width;
  private final int height;
  private final int origin;
  private final int stepRight;
  private final int stepDown;
  private final int[] background;
  private final byte[] row;

  RowPlacer(PictureGeometry geometry, int backgroundRgb) {
    width = geometry.squareWidth();
    height = geometry.squareHeight();
    Orientation orientation = geometry.orientation();
    origin = orientation.origin(width, height);
    stepRight = orientation.stepRight(width, height);
    stepDown = orientation.stepDown(width, height);
    background =
        new int[] {
          backgroundRgb >> 16 & OPAQUE, backgroundRgb >> 8 & OPAQUE, backgroundRgb & OPAQUE
        };
    row = new byte[RGBA * width];
  }

  /**
   * Copies a picture.
   *
   * @param rows the picture's rows, one every {@code stride} bytes
   * @param channels 3 for RGB, 4 for RGBA
   * @return a new array, HWC RGB, upright
   */
  byte[] place(ByteBuffer rows, int stride, int channels) {
    byte[] upright = new byte[RGB * width * height];
    boolean plain = channels == RGB && stepRight == 1;
    for (int y = 0; y < height; y++) {
      int start = RGB * (origin + y * stepDown);
      if (plain) {
        rows.get(y * stride, upright, start, RGB * width);
      } else {
        rows.get(y * stride, row, 0, channels * width);
        if (channels == RGBA) {
          composite();
        }
        scatter(upright, start);
      }
    }
    return upright;
  }

  /** Lays the RGBA row over the background and packs it to RGB in place. */
  private void composite() {
    for (int x = 0; x < width; x++) {
      int alpha = row[RGBA * x + RGB] & OPAQUE;
      for (int c = 0; c < RGB; c++) {
        int over = (row[RGBA * x + c] & OPAQUE) * alpha + background[c] * (OPAQUE - alpha);
        row[RGB * x + c] = (byte) ((over + OPAQUE / 2) / OPAQUE);
      }
    }
  }

  private void scatter(byte[] upright, int start) {
    int to = start;
    for (int from = 0; from < RGB * width; from += RGB) {
      upright[to] = row[from];
      upright[to + 1] = row[from + 1];
      upright[to + 2] = row[from + 2];
      to += RGB * stepRight;
    }
  }
}
