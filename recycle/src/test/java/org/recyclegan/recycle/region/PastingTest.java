package org.recyclegan.recycle.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Size;
import org.recyclegan.video.excerpt.Box;

class PastingTest {

  private static Frame flat(int width, int height, int level) {
    byte[] rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) level);
    return new Frame(width, height, rgb, 7);
  }

  private static Frame noise(int width, int height, int low, int high, int seed) {
    Random random = new Random(seed);
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (low + random.nextInt(high - low));
    }
    return new Frame(width, height, rgb, 7);
  }

  private static int level(Frame frame, int x, int y) {
    return Byte.toUnsignedInt(frame.rgb()[3 * (y * frame.width() + x)]);
  }

  @Test
  void theBorderRisesSmoothlyAndEndsWithThePicture() {
    Box box = new Box(10, 0, 20, 16);
    float[] weights = new FeatheredBorder(new Size(40, 30), OptionalInt.of(4)).of(box);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 20; x++) {
        // Distances of the pixel's centre; the top edge is the picture's own.
        double across = Math.min(1, Math.min(x + 0.5, 19.5 - x) / 4);
        double down = Math.min(1, (15.5 - y) / 4);
        double expected =
            (3 * across * across - 2 * Math.pow(across, 3))
                * (3 * down * down - 2 * Math.pow(down, 3));
        assertEquals(expected, weights[20 * y + x], 1e-6, x + "," + y);
      }
    }
  }

  @Test
  void theUsualBorderIsAnEighthAndNoneIsWiderThanHalf() {
    Size picture = new Size(200, 200);
    float[] usual = new FeatheredBorder(picture, OptionalInt.empty()).of(new Box(9, 9, 80, 64));
    assertTrue(usual[80 * 32 + 7] < 1);
    assertEquals(1, usual[80 * 32 + 8]);
    float[] wide = new FeatheredBorder(picture, OptionalInt.of(99)).of(new Box(9, 9, 80, 64));
    assertTrue(wide[80 * 32 + 31] < 1);
    assertEquals(1, wide[80 * 31 + 40] / wide[80 * 32 + 40]);
    float[] hard = new FeatheredBorder(picture, OptionalInt.of(0)).of(new Box(9, 9, 80, 64));
    for (float weight : hard) {
      assertEquals(1, weight);
    }
  }

  @Test
  void allOutsideStaysToTheBit() {
    Frame source = noise(40, 30, 0, 256, 1);
    Box box = new Box(12, 5, 16, 20);
    float[] weights = new FeatheredBorder(new Size(40, 30), OptionalInt.of(5)).of(box);
    weights[16 * 10 + 8] = 0;
    Frame pasted = Pasting.paste(source, noise(16, 20, 0, 256, 2), box, weights, true);
    assertEquals(source.pts(), pasted.pts());
    int changed = 0;
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        boolean inside = x >= 12 && x < 28 && y >= 5 && y < 25;
        if (!inside || (x == 20 && y == 15)) {
          assertEquals(level(source, x, y), level(pasted, x, y), x + "," + y);
        } else {
          changed += level(source, x, y) == level(pasted, x, y) ? 0 : 1;
        }
      }
    }
    assertTrue(changed > 200, "inside, it is another picture");
  }

  @Test
  void withoutABorderTheResultIsShownAsItIs() {
    Frame result = noise(8, 8, 0, 256, 3);
    float[] whole = new float[64];
    Arrays.fill(whole, 1);
    Frame pasted = Pasting.paste(flat(20, 20, 9), result, new Box(4, 4, 8, 8), whole, true);
    for (int i = 0; i < 64; i++) {
      assertEquals(level(result, i % 8, i / 8), level(pasted, 4 + i % 8, 4 + i / 8));
    }
  }

  /** Solved on paper: two grounds of one colour, and a spot that is 30 brighter than its ground. */
  @Test
  void theGroundOfTheResultBecomesThatOfTheSource() {
    Frame result = flat(20, 20, 60);
    result.rgb()[3 * (20 * 10 + 10)] = 90;
    Box box = new Box(5, 5, 20, 20);
    float[] weights = new FeatheredBorder(new Size(40, 40), OptionalInt.of(3)).of(box);
    Frame pasted = Pasting.paste(flat(40, 40, 100), result, box, weights, true);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        assertEquals(x == 15 && y == 15 ? 130 : 100, level(pasted, x, y), x + "," + y);
      }
    }
  }

  @Test
  void coloursMayStayWhatTheyAre() {
    Box box = new Box(5, 5, 20, 20);
    float[] weights = new FeatheredBorder(new Size(40, 40), OptionalInt.of(3)).of(box);
    Frame pasted =
        Pasting.paste(flat(40, 40, 100), flat(20, 20, 60), box, weights, /* fits= */ false);
    assertEquals(60, level(pasted, 15, 15));
    // Half a pixel from the edge: u is 1/6, the weight 2/27, less 40 times that.
    assertEquals(97, level(pasted, 5, 15));
    assertEquals(100, level(pasted, 4, 15));
  }

  /**
   * The border has two levels in equal numbers, 80 and 120 around and two in the result, and half
   * of those pixels again of a thing that lies across the border of the result alone and must not
   * count.
   */
  @ParameterizedTest
  @CsvSource({
    // Mean 70, deviation 10: gain 2, so the middle, 5 above the mean, comes 10 above 100.
    "60, 80, 75, 110",
    // Deviation 1: a gain of 20 is held at 2.
    "69, 71, 75, 110",
    // Deviation 60: a gain of a third is held at a half.
    "40, 160, 120, 110",
    // No deviation: moved only.
    "70, 70, 75, 105",
  })
  void contrastFollowsTheBorderWithinLimits(int low, int high, int middle, int expected) {
    Frame source = flat(9, 9, 80);
    Frame result = flat(9, 9, middle);
    float[] weights = new float[81];
    for (int i = 0; i < 81; i++) {
      weights[i] = i / 9 < 3 ? 0.5f : 1;
      if (i / 9 < 2) {
        Arrays.fill(source.rgb(), 3 * i, 3 * i + 3, (byte) (i / 9 == 0 ? 80 : 120));
        Arrays.fill(result.rgb(), 3 * i, 3 * i + 3, (byte) (i / 9 == 0 ? low : high));
      } else if (i / 9 == 2) {
        Arrays.fill(result.rgb(), 3 * i, 3 * i + 3, (byte) 255);
      }
    }
    Frame pasted = Pasting.paste(source, result, new Box(0, 0, 9, 9), weights, true);
    assertEquals(expected, level(pasted, 4, 6));
  }

  @Test
  void aFeatherNeedsARegionAndNoMask() {
    RegionOptions region = RegionOptions.of(new Box(0, 0, 4, 4));
    assertEquals(OptionalInt.of(3), region.withFeather(3).feather());
    assertThrows(IllegalArgumentException.class, () -> region.withFeather(-1));
    assertThrows(IllegalArgumentException.class, () -> RegionOptions.NONE.withFeather(3));
    assertThrows(
        IllegalArgumentException.class,
        () -> region.withFeather(3).withMask(java.nio.file.Path.of("mask.png")));
    assertTrue(RegionOptions.NONE.isNone());
  }
}
