package org.recyclegan.worlds.drawing;

import java.util.SplittableRandom;
import org.recyclegan.worlds.model.Skin;

/** Makes a photograph of a drawn scene: averages its samples, exposes a film, adds noise. */
public final class Camera {

  /** Samples a pixel in each direction; large pictures show fewer jags in themselves. */
  private static final int FINE_SAMPLES = 3;

  private static final int COARSE_SAMPLES = 2;
  private static final int FINE_UP_TO = 128;

  /** Standard deviation of the sum of four independent uniform values from 0 to 1. */
  private static final double SIGMA_OF_FOUR = Math.sqrt(4 / 12.0);

  private final int size;
  private final int samples;
  private final Film film;

  /**
   * Creates a camera that takes as many samples a pixel as the size needs.
   *
   * @param size of the square photograph, in pixels
   * @param film what the light falls on
   * @throws IllegalArgumentException if the size is out of {@link Skin}'s range
   */
  public Camera(int size, Film film) {
    this(size, size <= FINE_UP_TO ? FINE_SAMPLES : COARSE_SAMPLES, film);
  }

  /**
   * Creates a camera for scenes that smooth their own edges.
   *
   * @param size of the square photograph, in pixels
   * @param samples a pixel, in each direction
   * @param film what the light falls on
   * @throws IllegalArgumentException if the size is out of {@link Skin}'s range
   */
  public Camera(int size, int samples, Film film) {
    if (size < Skin.MIN_SIZE || size > Skin.MAX_SIZE) {
      throw new IllegalArgumentException(
          "A picture's side is from "
              + Skin.MIN_SIZE
              + " to "
              + Skin.MAX_SIZE
              + " pixels, found "
              + size);
    }
    this.size = size;
    this.samples = samples;
    this.film = film;
  }

  /**
   * Returns how fine the scene has to be.
   *
   * @return samples a pixel, in each direction
   */
  public int samples() {
    return samples;
  }

  /**
   * Returns the side of the scene.
   *
   * @return in samples
   */
  public int side() {
    return size * samples;
  }

  /**
   * Takes a photograph.
   *
   * @param scene of {@link #side()} times {@link #side()} samples
   * @param noiseSeed another seed, other noise
   * @return {@code 3 * size * size} bytes, RGB, HWC
   */
  public byte[] take(Drawing scene, long noiseSeed) {
    byte[] picture = new byte[3 * size * size];
    SplittableRandom random = new SplittableRandom(noiseSeed);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int pixel = row * size + column;
        double exposure = 1 - film.rimDarkening() * rim(row, column);
        long dice = random.nextLong();
        for (int c = 0; c < 3; c++) {
          double clean = film.exposed(average(scene, row, column, c) * exposure);
          double value = clean + film.noiseAt(clean) * gaussian(dice, c);
          picture[3 * pixel + c] = (byte) Math.round(255 * Ease.clamp(value));
        }
      }
    }
    return picture;
  }

  private double average(Drawing scene, int row, int column, int channel) {
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < samples; j++) {
        sum += scene.light(row * samples + i, column * samples + j, channel);
      }
    }
    return sum / (samples * samples);
  }

  private double rim(int row, int column) {
    double x = 2 * (column + 0.5) / size - 1;
    double y = 2 * (row + 0.5) / size - 1;
    return 0.5 * (x * x + y * y);
  }

  /** Four of a random number's bits groups summed: near enough to normal, and cheap. */
  private static double gaussian(long dice, int channel) {
    long bits = dice >>> (20 * channel);
    double sum = (bits & 31) + ((bits >>> 5) & 31) + ((bits >>> 10) & 31) + ((bits >>> 15) & 31);
    return (sum / 31 - 2) / SIGMA_OF_FOUR;
  }
}
