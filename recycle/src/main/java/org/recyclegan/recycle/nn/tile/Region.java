package org.recyclegan.recycle.nn.tile;

import java.util.ArrayList;
import java.util.List;
import org.recyclegan.video.Size;

/** A rectangle of a picture or of a feature map. */
record Region(Span rows, Span columns) {

  int height() {
    return rows.length();
  }

  int width() {
    return columns.length();
  }

  /** Cuts a whole into rectangles of at most {@code side} a side, row by row. */
  static List<Region> grid(Size whole, int side) {
    List<Region> tiles = new ArrayList<>();
    for (int y = 0; y < whole.height(); y += side) {
      Span rows = new Span(y, Math.min(y + side, whole.height()));
      for (int x = 0; x < whole.width(); x += side) {
        tiles.add(new Region(rows, new Span(x, Math.min(x + side, whole.width()))));
      }
    }
    return tiles;
  }
}
