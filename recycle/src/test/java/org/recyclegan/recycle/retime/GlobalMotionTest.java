package org.recyclegan.recycle.retime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Against pictures whose motion is known because a formula draws them. */
class GlobalMotionTest {

  private static final int SIDE = 48;

  /** Smooth, with texture in all directions; x and y in pixels from the middle. */
  private static double texture(double x, double y) {
    return 128 + 50 * Math.sin(0.3 * x + 0.1 * y) + 50 * Math.cos(0.27 * y - 0.08 * x);
  }

  private static float[] picture(DoubleBinaryOperator level) {
    float[] levels = new float[SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        levels[row * SIDE + column] =
            (float) level.applyAsDouble(column + 0.5 - SIDE / 2.0, row + 0.5 - SIDE / 2.0);
      }
    }
    return levels;
  }

  private static GlobalMotion motion(DoubleBinaryOperator after) {
    return GlobalMotion.between(picture(GlobalMotionTest::texture), picture(after), SIDE);
  }

  @Test
  void aShiftIsAShareOfThePicture() {
    GlobalMotion right = motion((x, y) -> texture(x - 0.4, y));
    assertEquals(0.4 / SIDE, right.right(), 0.0005);
    assertEquals(0, right.down(), 0.0005);
    assertEquals(0, right.growth(), 0.0005);
    assertEquals(0, right.turn(), 0.0005);
    GlobalMotion up = motion((x, y) -> texture(x, y + 0.3));
    assertEquals(-0.3 / SIDE, up.down(), 0.0005);
    assertEquals(0, up.right(), 0.0005);
  }

  @Test
  void whatComesNearerGrows() {
    GlobalMotion nearer = motion((x, y) -> texture(x / 1.02, y / 1.02));
    assertEquals(0.02, nearer.growth(), 0.002);
    assertEquals(0, nearer.turn(), 0.001);
    GlobalMotion farther = motion((x, y) -> texture(x / 0.98, y / 0.98));
    assertEquals(-0.02, farther.growth(), 0.002);
  }

  @Test
  void clockwiseIsAboveZero() {
    double angle = 0.02;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    // Rows count downwards: what was at x, y is seen at x cos - y sin, x sin + y cos.
    GlobalMotion turned = motion((x, y) -> texture(x * cos + y * sin, -x * sin + y * cos));
    assertEquals(angle, turned.turn(), 0.002);
    assertEquals(0, turned.growth(), 0.001);
  }

  @Test
  void whatStandsStillOrHasNoTextureDoesNotMove() {
    GlobalMotion still = motion(GlobalMotionTest::texture);
    assertEquals(0, still.right(), 1e-9);
    assertEquals(0, still.change(), 1e-9);
    GlobalMotion flash = GlobalMotion.between(picture((x, y) -> 50), picture((x, y) -> 80), SIDE);
    assertEquals(0, flash.right(), 1e-6);
    assertEquals(0, flash.growth(), 1e-6);
    assertEquals(30, flash.change(), 1e-6);
  }
}
