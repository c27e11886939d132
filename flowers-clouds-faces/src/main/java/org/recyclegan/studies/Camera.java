package org.recyclegan.studies;

import java.util.SplittableRandom;

/** Makes a photograph of a drawn scene: averaging, a darker rim, a soft shoulder, and noise. */
final class Camera {

  private static final double RIM_DARKENING = 0.16;
  private static final double SHOULDER = 0.82;
  private static final double READ_NOISE = 0.004;
  private static final double SHOT_NOISE = 0.010;

  /** Standard deviation of the sum of four independent uniform values from 0 to 1. */
  private static final double SIGMA_OF_FOUR = Math.sqrt(4 / 12.0);

  private final int size;
  private final int samples;

  /**
   * For a picture.
   *
   * @param size of the photograph, in pixels
   * @param samples of the raster in each direction for one pixel
   */
  Camera(int size, int samples) {
    this.size = size;
    this.samples = samples;
  }

  /** Returns {@code 3 * size * size} bytes, RGB, HWC. */
  byte[] take(Raster scene, Backdrop backdrop, long noiseSeed) {
    byte[] picture = new byte[3 * size * size];
    SplittableRandom random = new SplittableRandom(noiseSeed);
    double[] sums = new double[3];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int pixel = row * size + column;
        average(scene, backdrop, row, column, sums);
        double exposure = 1 - RIM_DARKENING * rim(row, column);
        long dice = random.nextLong();
        for (int c = 0; c < 3; c++) {
          double clean = shoulder(sums[c] * exposure);
          double sigma = READ_NOISE + SHOT_NOISE * Math.sqrt(clean);
          double value = clean + sigma * gaussian(dice, c);
          picture[3 * pixel + c] = (byte) Math.round(255 * Ease.clamp(value));
        }
      }
    }
    return picture;
  }

  private void average(Raster scene, Backdrop backdrop, int row, int column, double[] sums) {
    int pixel = row * size + column;
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      for (int i = 0; i < samples; i++) {
        int start = (row * samples + i) * scene.side() + column * samples;
        for (int at = start; at < start + samples; at++) {
          sum += scene.covered(at) ? scene.channel(at, c) : backdrop.channel(pixel, c);
        }
      }
      sums[c] = sum / (samples * samples);
    }
  }

  private double rim(int row, int column) {
    double x = 2 * (column + 0.5) / size - 1;
    double y = 2 * (row + 0.5) / size - 1;
    return 0.5 * (x * x + y * y);
  }

  /** Bends what is brighter than {@link #SHOULDER} so that it never quite reaches white. */
  private static double shoulder(double value) {
    double v = Math.max(0, value);
    if (v <= SHOULDER) {
      return v;
    }
    double room = 1 - SHOULDER;
    double over = (v - SHOULDER) / room;
    return SHOULDER + room * over / (1 + over);
  }

  /** Four of a random number's bits groups summed: near enough to normal, and cheap. */
  private static double gaussian(long dice, int channel) {
    long bits = dice >>> (20 * channel);
    double sum = (bits & 31) + ((bits >>> 5) & 31) + ((bits >>> 10) & 31) + ((bits >>> 15) & 31);
    return (sum / 31 - 2) / SIGMA_OF_FOUR;
  }
}
