package org.recyclegan.video;

/**
 * The columns of a picture as lines of float32 levels, a line for each channel, so that {@link
 * WeightedSum} can work on whole columns. Only the few columns that are needed at a time are held,
 * which fit into the processor's cache: those loaded last.
 */
final class PixelColumns {

  private static final int CHANNELS = 3;
  private static final int WHITE = 255;

  private final int stride;
  private final float[][][] channels;
  private int loaded;

  /**
   * Prepares for pictures of one size.
   *
   * @param size of the pictures
   * @param held how many of the columns loaded last are valid
   */
  PixelColumns(Size size, int held) {
    stride = CHANNELS * size.width();
    float[][][] ring = new float[CHANNELS][held][size.height()];
    channels = new float[CHANNELS][size.width()][];
    for (int c = 0; c < CHANNELS; c++) {
      for (int x = 0; x < size.width(); x++) {
        channels[c][x] = ring[c][x % held];
      }
    }
  }

  /** Forgets what is loaded, since another picture follows. */
  void clear() {
    loaded = 0;
  }

  /** Loads all columns of a picture, HWC, left of one that are not loaded yet. */
  void load(byte[] rgb, int before) {
    for (; loaded < before; loaded++) {
      loadColumn(rgb, loaded);
    }
  }

  /** Returns the columns of a channel, by their place in the picture. */
  float[][] channel(int c) {
    return channels[c];
  }

  private void loadColumn(byte[] rgb, int x) {
    float[] red = channels[0][x];
    float[] green = channels[1][x];
    float[] blue = channels[2][x];
    int at = CHANNELS * x;
    for (int y = 0; y < red.length; y++) {
      red[y] = rgb[at] & WHITE;
      green[y] = rgb[at + 1] & WHITE;
      blue[y] = rgb[at + 2] & WHITE;
      at += stride;
    }
  }
}
