package org.recyclegan.worlds.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recyclegan.worlds.drawing.Canvas.Box;

class CanvasTest {

  private static final int SIDE = 40;
  private static final float CLOSE = 1e-6f;
  private static final Tint COLOUR = new Tint(1, 0.5, 0.25);
  private static final Paint FLAT = (x, y) -> COLOUR;
  private static final Shape EVERYWHERE = (x, y) -> -10;

  private final Canvas canvas = new Canvas(SIDE);

  private double red(int row, int column) {
    return canvas.light(row, column, 0);
  }

  @Test
  void setColoursOneSample() {
    canvas.set(3, 5, COLOUR);
    assertEquals(1, canvas.light(3, 5, 0), CLOSE);
    assertEquals(0.5, canvas.light(3, 5, 1), CLOSE);
    assertEquals(0.25, canvas.light(3, 5, 2), CLOSE);
    assertEquals(0, red(5, 3));
    assertEquals(0, red(3, 6));
  }

  /** y goes upwards and rows downwards: the upper right quarter. */
  @Test
  void aBoxLimitsWhatIsPainted() {
    canvas.fill(new Box(0, 0, 1, 1), EVERYWHERE, FLAT);
    assertEquals(1, red(5, 35), CLOSE);
    assertEquals(0, red(35, 35), CLOSE);
    assertEquals(0, red(5, 5), CLOSE);
    assertEquals(0, red(35, 5), CLOSE);
  }

  @Test
  void aBoxBeyondTheCanvasIsCutOff() {
    canvas.fill(Box.around(0, 0, 9, 9), EVERYWHERE, FLAT);
    assertEquals(1, red(0, 0), CLOSE);
    assertEquals(1, red(SIDE - 1, SIDE - 1), CLOSE);
  }

  /** The area of a disc is pi r^2; a sample is (2 / side)^2. */
  @Test
  void aDiscHasItsArea() {
    double radius = 0.6;
    canvas.fill(Box.all(), Shape.ellipse(0, 0, radius, radius), FLAT);
    double sum = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        sum += red(row, column);
      }
    }
    assertEquals(Math.PI * radius * radius, sum * 4 / (SIDE * SIDE), 0.02);
  }

  /** The outline of x = 0 is half covered; half the softness further in, 27/32. */
  @Test
  void theEdgeFadesOverTheSoftness() {
    double ofColumn20 = 2 * 20.5 / SIDE - 1;
    Shape half = (x, y) -> x - ofColumn20;
    canvas.fill(Box.all(), half, FLAT, 0.2, 1);
    assertEquals(0.5, red(10, 20), CLOSE);
    assertEquals(27 / 32.0, red(10, 18), 1e-5);
    assertEquals(5 / 32.0, red(10, 22), 1e-5);
    assertEquals(1, red(10, 15), CLOSE);
    assertEquals(0, red(10, 25), CLOSE);
  }

  @Test
  void opacityLetsTheGroundThrough() {
    canvas.fill(Box.all(), EVERYWHERE, FLAT);
    canvas.fill(Box.all(), EVERYWHERE, (x, y) -> Tint.of(0), 0.1, 0.25);
    assertEquals(0.75, red(20, 20), CLOSE);
    assertEquals(0.375, canvas.light(20, 20, 1), CLOSE);
  }

  @Test
  void paintKnowsWhereItIs() {
    canvas.fill(Box.all(), EVERYWHERE, (x, y) -> new Tint(x, y, 0));
    assertEquals(2 * 30.5 / SIDE - 1, canvas.light(4, 30, 0), CLOSE);
    assertEquals(1 - 2 * 4.5 / SIDE, canvas.light(4, 30, 1), CLOSE);
  }

  @Test
  void aBackdropIsEnlargedSampleBySample() {
    int samples = 2;
    Backdrop.Palette palette =
        new Backdrop.Palette(
            Tint.of(0x204060), Tint.of(0x806040), Tint.of(0x101010), Tint.of(0xffffff), 0.2);
    Backdrop backdrop = Backdrop.of(palette, SIDE / samples, 3);
    canvas.cover(backdrop, samples);
    boolean varies = false;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int pixel = row / samples * (SIDE / samples) + column / samples;
        assertEquals(backdrop.channel(pixel, 1), canvas.light(row, column, 1), CLOSE);
        varies |= Math.abs(canvas.light(row, column, 1) - canvas.light(0, 0, 1)) > 0.05;
      }
    }
    assertTrue(varies);
  }
}
