package org.recyclegan.worlds.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;

final class FacesTest {

  private static final int SIZE = 64;
  private static final double[] REST = {0, 0.2, 0, 0, 0};
  private static final double[] LOW = {-1, 0, -1, 0, -1};

  private final Faces faces = new Faces();

  @Test
  void stateStaysInRangeAndMovesSmoothly() {
    for (long seed = 0; seed < 20; seed++) {
      Motion motion = faces.motion(seed);
      double[] before = motion.at(0);
      for (int i = 1; i < 2000; i++) {
        double[] now = motion.at(0.04 * i);
        for (int c = 0; c < now.length; c++) {
          assertTrue(now[c] >= LOW[c] && now[c] <= 1, "component " + c + ": " + now[c]);
          assertEquals(before[c], now[c], 0.42, "component " + c + " at step " + i);
        }
        before = now;
      }
    }
  }

  @Test
  void everyMotionBlinksNowAndThen() {
    for (long seed = 0; seed < 20; seed++) {
      Motion motion = faces.motion(seed);
      long shut = IntStream.range(0, 500).filter(i -> motion.at(0.04 * i)[3] > 0.5).count();
      assertTrue(shut > 15 && shut < 150, shut + " of 500 frames shut");
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void everyComponentIsSeen(Side domain) {
    Skin skin = faces.skin(domain, SIZE, 3);
    for (int component = 0; component < REST.length; component++) {
      byte[] low = skin.draw(with(component, LOW[component]), 1);
      byte[] middle = skin.draw(with(component, 0.5 * (LOW[component] + 1)), 1);
      byte[] high = skin.draw(with(component, 1), 1);
      assertTrue(changed(low, middle) >= 8, component + " low: " + changed(low, middle));
      assertTrue(changed(middle, high) >= 8, component + " high: " + changed(middle, high));
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void blinkHidesTheEyeballs(Side domain) {
    Skin skin = faces.skin(domain, SIZE, 3);
    long before = Long.MAX_VALUE;
    for (double blink : new double[] {0, 0.4, 0.8}) {
      byte[] picture = skin.draw(with(3, blink), 1);
      long white = eyeballs(picture).count();
      assertTrue(white < before, white + " after " + before + " at " + blink);
      before = white;
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void mouthOpensUponADarkThroat(Side domain) {
    Skin skin = faces.skin(domain, SIZE, 3);
    long before = -1;
    for (double open : new double[] {0, 0.5, 1}) {
      byte[] picture = skin.draw(with(1, open), 1);
      long dark = places(at -> isThroat(picture, at)).count();
      assertTrue(dark > before, dark + " after " + before + " at " + open);
      before = dark;
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void yawMovesTheEyes(Side domain) {
    Skin skin = faces.skin(domain, SIZE, 3);
    double before = 0;
    for (double yaw : new double[] {-1, -0.4, 0.2, 0.8}) {
      byte[] picture = skin.draw(with(0, yaw), 1);
      double middle = eyeballs(picture).map(pixel -> pixel % SIZE).average().orElseThrow();
      assertTrue(middle > before + 1, middle + " after " + before + " at " + yaw);
      before = middle;
    }
  }

  private static double[] with(int component, double value) {
    double[] state = Arrays.copyOf(REST, REST.length);
    state[component] = value;
    return state;
  }

  private static long changed(byte[] one, byte[] other) {
    return places(
            at ->
                IntStream.range(at, at + 3)
                    .anyMatch(i -> Math.abs((one[i] & 255) - (other[i] & 255)) > 40))
        .count();
  }

  /** White, in the rows and columns in which the eyes can be. */
  private static IntStream eyeballs(byte[] picture) {
    return places(
            at -> {
              int least =
                  Math.min(
                      picture[at] & 255, Math.min(picture[at + 1] & 255, picture[at + 2] & 255));
              return least > 165;
            })
        .filter(pixel -> Math.floorDiv(pixel, SIZE) > 20 && Math.floorDiv(pixel, SIZE) < 41)
        .filter(pixel -> pixel % SIZE > 12 && pixel % SIZE < 52);
  }

  private static boolean isThroat(byte[] picture, int at) {
    int red = picture[at] & 255;
    int green = picture[at + 1] & 255;
    int blue = picture[at + 2] & 255;
    return red > 50 && red < 150 && green < 0.5 * red && blue < 0.55 * red;
  }

  /** Pixels that satisfy a condition on the place of their red byte. */
  private static IntStream places(IntPredicate condition) {
    return IntStream.range(0, SIZE * SIZE).filter(pixel -> condition.test(3 * pixel));
  }
}
