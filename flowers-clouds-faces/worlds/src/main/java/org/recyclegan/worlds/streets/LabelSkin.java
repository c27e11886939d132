package org.recyclegan.worlds.streets;

import org.recyclegan.worlds.drawing.Camera;
import org.recyclegan.worlds.drawing.Film;
import org.recyclegan.worlds.drawing.States;
import org.recyclegan.worlds.model.Skin;

/** Draws the label map: flat colours, nothing between them. */
final class LabelSkin implements Skin {

  /** 4:2:0 video has one colour for a block of this side. */
  private static final int BLOCK = 2;

  private final int size;
  private final StreetView view;

  LabelSkin(int size, long seed) {
    // A camera knows which sizes there are; the map itself needs none.
    this.size = new Camera(size, 1, Film.photograph()).side();
    this.view = new StreetView((size + BLOCK - 1) / BLOCK, seed);
  }

  @Override
  public byte[] draw(double[] state, long noiseSeed) {
    States.check(state, Streets.COLUMNS);
    view.look(state);
    byte[] picture = new byte[3 * size * size];
    for (int pixel = 0; pixel < size * size; pixel++) {
      int row = Math.floorDiv(pixel, size) / BLOCK;
      int rgb = view.material[row * view.side + pixel % size / BLOCK].label.rgb();
      picture[3 * pixel] = (byte) (rgb >> 16);
      picture[3 * pixel + 1] = (byte) (rgb >> 8);
      picture[3 * pixel + 2] = (byte) rgb;
    }
    return picture;
  }
}
