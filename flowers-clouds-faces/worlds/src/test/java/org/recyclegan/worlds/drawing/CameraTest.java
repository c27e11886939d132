package org.recyclegan.worlds.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.worlds.model.Skin;

class CameraTest {

  private static final int SIZE = 16;

  /** Neither rim nor shoulder nor noise. */
  private static final Film PLAIN = new Film(0, 1, 0, 0);

  private static int at(byte[] picture, int row, int column, int channel) {
    return picture[3 * (row * SIZE + column) + channel] & 0xff;
  }

  @Test
  void samplesOfAPixelAreAveraged() {
    Camera camera = new Camera(SIZE, 2, PLAIN);
    assertEquals(2 * SIZE, camera.side());
    // Of the four samples of a pixel one is white in red, two in green, all in blue.
    Drawing scene =
        (row, column, channel) ->
            switch (channel) {
              case 0 -> row % 2 == 0 && column % 2 == 0 ? 1 : 0;
              case 1 -> row % 2;
              default -> 1;
            };
    byte[] picture = camera.take(scene, 1);
    assertEquals(3 * SIZE * SIZE, picture.length);
    assertEquals(64, at(picture, 3, 9, 0));
    assertEquals(128, at(picture, 3, 9, 1));
    assertEquals(255, at(picture, 3, 9, 2));
  }

  @Test
  void rowsGoDownAndColumnsGoRight() {
    byte[] picture =
        new Camera(SIZE, 1, PLAIN).take((row, column, channel) -> (10 * row + column) / 255.0, 1);
    assertEquals(23, at(picture, 2, 3, 0));
    assertEquals(32, at(picture, 3, 2, 0));
  }

  @Test
  void lightBeyondTheRangeIsCutOff() {
    byte[] bright = new Camera(SIZE, 1, PLAIN).take((r, c, k) -> 3, 1);
    byte[] dark = new Camera(SIZE, 1, PLAIN).take((r, c, k) -> -3, 1);
    assertEquals(255, at(bright, 4, 4, 1));
    assertEquals(0, at(dark, 4, 4, 1));
  }

  /** In the middle of the corner pixel x = y = 15/16, which loses 225/256 of the share. */
  @Test
  void theRimIsDarker() {
    byte[] picture = new Camera(SIZE, 1, new Film(0.5, 1, 0, 0)).take((r, c, k) -> 0.8, 1);
    assertEquals(Math.round(255 * 0.8 * (1 - 0.5 * 225 / 256)), at(picture, 0, 0, 0));
    assertEquals(at(picture, 0, 0, 0), at(picture, SIZE - 1, SIZE - 1, 0));
    assertTrue(at(picture, 8, 8, 0) > 200, "" + at(picture, 8, 8, 0));
  }

  /** Twice the room above the shoulder is bent to two thirds of it. */
  @Test
  void theShoulderBendsHighlights() {
    Film film = new Film(0, 0.8, 0, 0);
    assertEquals(0.7, film.exposed(0.7), 1e-12);
    assertEquals(0.8 + 0.2 * 2 / 3, film.exposed(1.2), 1e-12);
    assertTrue(film.exposed(1000) < 1);
    assertEquals(0, film.exposed(-1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void withoutAShoulderNothingIsBent(double shoulder) {
    Film film = new Film(0, shoulder, 0, 0);
    assertEquals(0.9, film.exposed(0.9));
    assertEquals(3, film.exposed(3));
  }

  @Test
  void noiseHasTheFilmsDeviation() {
    Film film = new Film(0, 1, 0.02, 0.04);
    assertEquals(0.04, film.noiseAt(0.25), 1e-12);
    int size = 128;
    byte[] picture = new Camera(size, 1, film).take((r, c, k) -> 0.25, 7);
    double[] values = new double[picture.length];
    Arrays.setAll(values, i -> (picture[i] & 0xff) / 255.0);
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertEquals(0.25, mean, 0.002);
    assertEquals(0.04, Math.sqrt(variance), 0.003);
  }

  @Test
  void theNoisesSeedDecides() {
    Camera camera = new Camera(SIZE, 1, Film.photograph());
    byte[] one = camera.take((r, c, k) -> 0.5, 1);
    assertArrayEquals(one, camera.take((r, c, k) -> 0.5, 1));
    assertFalse(Arrays.equals(one, camera.take((r, c, k) -> 0.5, 2)));
  }

  @ParameterizedTest
  @CsvSource({"16, 3", "128, 3", "129, 2", "1024, 2"})
  void smallPicturesTakeMoreSamples(int size, int samples) {
    assertEquals(samples, new Camera(size, PLAIN).samples());
  }

  @ParameterizedTest
  @ValueSource(ints = {Skin.MIN_SIZE - 1, Skin.MAX_SIZE + 1})
  void sizesOutOfRangeAreRefused(int size) {
    assertThrows(IllegalArgumentException.class, () -> new Camera(size, PLAIN));
  }
}
