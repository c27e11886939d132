package org.recyclegan.worlds.clouds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;

final class CloudsTest {

  private static final int SIZE = 64;
  private static final double STEP = 0.04;
  private static final int STEPS = 2000;

  private final Clouds clouds = new Clouds();

  @Test
  void stateStaysInRangeAndMovesSmoothly() {
    for (long seed = 0; seed < 20; seed++) {
      Motion motion = clouds.motion(seed);
      double[] before = motion.at(0);
      for (int i = 1; i < STEPS; i++) {
        double[] now = motion.at(i * STEP);
        assertTrue(now[0] >= 0.2 && now[0] <= 0.8, "cover " + now[0]);
        assertTrue(now[1] > 0.1 && now[1] < 0.6, "speed " + now[1]);
        assertTrue(now[5] >= 0 && now[5] <= 1, "light " + now[5]);
        for (int c = 0; c < now.length; c++) {
          assertEquals(before[c], now[c], 0.06, "component " + c + " at step " + i);
        }
        before = now;
      }
    }
  }

  @Test
  void placeIsTheIntegralOfTheWind() {
    for (long seed = 0; seed < 20; seed++) {
      Motion motion = clouds.motion(seed);
      double[] start = motion.at(0);
      double right = start[3];
      double up = start[4];
      for (int i = 0; i < STEPS; i++) {
        double[] wind = motion.at((i + 0.5) * STEP);
        right += STEP * wind[1] * Math.cos(wind[2]);
        up += STEP * wind[1] * Math.sin(wind[2]);
      }
      double[] end = motion.at(STEPS * STEP);
      assertEquals(end[3], right, 1e-3);
      assertEquals(end[4], up, 1e-3);
    }
  }

  /** A wind that moves whole pixels, so that moving a picture needs no interpolation. */
  @ParameterizedTest
  @EnumSource(Side.class)
  void nextPictureIsThisOneMovedByTheWind(Side domain) {
    Skin skin = clouds.skin(domain, SIZE, 3);
    double[] state = {0.5, 0, 0, 2.25, -7.5, 0.6};
    double[] moved = state.clone();
    moved[3] += 3.0 / SIZE;
    moved[4] += 2.0 / SIZE;
    byte[] now = skin.draw(state, 1);
    byte[] next = skin.draw(moved, 2);

    double withWind = difference(now, next, 3, -2);
    // The backdrop's gradient, the darker rim and the noise stay where they are.
    assertTrue(withWind < 5, "moved with the wind: " + withWind);
    assertTrue(difference(now, next, 0, 0) > 1.8 * withWind, "not moved at all");
    assertTrue(difference(now, next, -3, 2) > 2.5 * withWind, "moved against the wind");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void motionMovesThePictureAsItsStateSays(Side domain) {
    Skin skin = clouds.skin(domain, SIZE, 3);
    Motion motion = clouds.motion(8);
    double[] first = motion.at(1);
    double[] later = motion.at(1.2);
    int right = (int) Math.round(SIZE * (later[3] - first[3]));
    int down = (int) -Math.round(SIZE * (later[4] - first[4]));
    byte[] now = skin.draw(first, 1);
    byte[] next = skin.draw(later, 2);

    assertTrue(Math.abs(right) + Math.abs(down) >= 2, "this motion moves: " + right + " " + down);
    double withWind = difference(now, next, right, down);
    assertTrue(withWind < 0.6 * difference(now, next, 0, 0), "with the wind " + withWind);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void coverIsTheShareOfTheSkyThatCloudsHide(Side domain) {
    Skin skin = clouds.skin(domain, SIZE, 3);
    byte[] clear = skin.draw(new double[] {0, 0, 0, 0, 0, 0}, 1);
    double before = 0;
    for (double cover : new double[] {0.2, 0.35, 0.5, 0.65, 0.8}) {
      double hidden = 0;
      for (int place = 0; place < 12; place++) {
        byte[] sky = skin.draw(new double[] {cover, 0, 0, 3 * place, 0, 0}, 1);
        hidden += shareThatDiffers(clear, sky) / 12;
      }
      assertEquals(cover, hidden, 0.16);
      assertTrue(hidden > before + 0.05, hidden + " after " + before);
      before = hidden;
    }
  }

  /** Mean difference between a picture and another, looked up so many pixels further. */
  private static double difference(byte[] now, byte[] next, int right, int down) {
    int margin = 16;
    long sum = 0;
    long count = 0;
    for (int row = margin; row < SIZE - margin; row++) {
      for (int column = margin; column < SIZE - margin; column++) {
        for (int c = 0; c < 3; c++) {
          int from = now[3 * (row * SIZE + column) + c] & 255;
          int to = next[3 * ((row + down) * SIZE + column + right) + c] & 255;
          sum += Math.abs(from - to);
          count++;
        }
      }
    }
    return (double) sum / count;
  }

  private static double shareThatDiffers(byte[] clear, byte[] sky) {
    int hidden = 0;
    for (int at = 0; at < clear.length; at += 3) {
      int difference = 0;
      for (int c = 0; c < 3; c++) {
        difference += Math.abs((clear[at + c] & 255) - (sky[at + c] & 255));
      }
      hidden += difference > 32 ? 1 : 0;
    }
    return 3.0 * hidden / clear.length;
  }
}
