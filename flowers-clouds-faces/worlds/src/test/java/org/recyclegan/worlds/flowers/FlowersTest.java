package org.recyclegan.worlds.flowers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

final class FlowersTest {

  private static final int SIZE = 64;
  private static final long SEED = 7;
  private static final long NOISE = 11;

  private final World flowers = new Flowers();

  @ParameterizedTest
  @EnumSource(Side.class)
  void openingCoversMoreOfThePictureAtEveryStep(Side domain) {
    Skin skin = flowers.skin(domain, SIZE, SEED);
    int before = -1;
    for (double bloom : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      int petals = petalColumns(skin.draw(new double[] {bloom, 0}, NOISE), domain).length;
      assertTrue(petals > before, domain + ": " + petals + " after " + before + " at " + bloom);
      before = petals;
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void swayMovesTheHeadSideways(Side domain) {
    Skin skin = flowers.skin(domain, SIZE, SEED);

    double left = centre(skin.draw(new double[] {0.7, -1}, NOISE), domain);
    double middle = centre(skin.draw(new double[] {0.7, 0}, NOISE), domain);
    double right = centre(skin.draw(new double[] {0.7, 1}, NOISE), domain);

    assertTrue(left < middle - 4, left + " is left of " + middle);
    assertTrue(right > middle + 4, right + " is right of " + middle);
  }

  @Test
  void bothSkinsPutTheHeadInTheSamePlace() {
    double[] state = {0.9, 0.6};
    double a = centre(flowers.skin(Side.A, SIZE, SEED).draw(state, NOISE), Side.A);
    double b = centre(flowers.skin(Side.B, SIZE, SEED).draw(state, NOISE), Side.B);

    assertEquals(a, b, 0.06 * SIZE);
  }

  @Test
  void everySkinSizeAndSeedLooksDifferent() {
    double[] state = {0.5, 0};
    byte[] a = flowers.skin(Side.A, SIZE, SEED).draw(state, NOISE);

    assertFalse(Arrays.equals(a, flowers.skin(Side.B, SIZE, SEED).draw(state, NOISE)));
    assertFalse(Arrays.equals(a, flowers.skin(Side.A, SIZE, SEED + 1).draw(state, NOISE)));
    assertEquals(3 * 256 * 256, flowers.skin(Side.A, 256, SEED).draw(state, NOISE).length);
  }

  private static double centre(byte[] picture, Side domain) {
    return Arrays.stream(petalColumns(picture, domain)).average().orElseThrow();
  }

  /** The column of every pixel that has a petal's colour: white in A, crimson in B. */
  private static int[] petalColumns(byte[] picture, Side domain) {
    return IntStream.range(0, picture.length / 3)
        .filter(pixel -> isPetal(picture, 3 * pixel, domain))
        .map(pixel -> pixel % SIZE)
        .toArray();
  }

  private static boolean isPetal(byte[] picture, int at, Side domain) {
    int r = picture[at] & 255;
    int g = picture[at + 1] & 255;
    int b = picture[at + 2] & 255;
    return domain == Side.A ? b > 105 && Math.abs(r - g) < 25 : r > g + 50;
  }
}
