package org.recyclegan.video;

/** The moving pattern that the golden numbers of resizing were computed on. */
public final class GoldenFrames {

  public static final int WIDTH = 256;
  public static final int HEIGHT = 192;

  private GoldenFrames() {}

  /** Returns frame t: three sinusoids a channel, moving by (1.5, -0.75) pixels a frame. */
  public static byte[] frame(int t) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int c = 0; c < 3; c++) {
          double level = level(x - 1.5 * t, y + 0.75 * t, c);
          int rounded = (int) Math.floor(level + 0.5);
          rgb[3 * (y * WIDTH + x) + c] = (byte) Math.max(0, Math.min(255, rounded));
        }
      }
    }
    return rgb;
  }

  private static double level(double x, double y, int c) {
    double turn = 2 * Math.PI;
    return 127.5
        + 55 * Math.sin(turn * x / 29 + 0.7 * c) * Math.cos(turn * y / 23)
        + 35 * Math.sin(turn * (x + 2 * y) / 17 + 1.3 * c)
        + 20 * Math.cos(turn * (3 * x - y) / 41);
  }
}
