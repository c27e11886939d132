package org.recyclegan.worlds.lanterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;

final class LanternsTest {

  private static final int SIZE = 64;
  private static final double STEP = 0.04;

  /** Rounding of two pictures and of the mean that is compared with them. */
  private static final int ROUNDING = 2;

  private final Lanterns lanterns = new Lanterns();

  @Test
  void valuesRiseSlowlyAndFallAtOnce() {
    for (long seed = 0; seed < 20; seed++) {
      Motion motion = lanterns.motion(seed);
      int falls = 0;
      for (int i = 1; i < 250; i++) {
        double[] before = motion.at((i - 1) * STEP);
        double[] now = motion.at(i * STEP);
        for (int lamp = 0; lamp < now.length; lamp++) {
          assertTrue(now[lamp] >= 0 && now[lamp] < 1, "value " + now[lamp]);
          double change = now[lamp] - before[lamp];
          boolean fell = change < 0;
          falls += fell ? 1 : 0;
          assertEquals(0.12, fell ? change + 1 : change, 0.0025, "a frame's share of a cycle");
        }
      }
      assertEquals(250 * 16 * 0.12, falls, 20, "falls");
    }
  }

  /** Counted over many clips: single frames hold no more low values than high ones. */
  @Test
  void valuesOfSingleFramesAreUniformAndIndependent() {
    int clips = 2000;
    int[] tenths = new int[10];
    double together = 0;
    for (long seed = 0; seed < clips; seed++) {
      double[] values = lanterns.motion(seed).at(0.44);
      Arrays.stream(values).forEach(v -> tenths[(int) (10 * v)]++);
      together += 12 * (values[3] - 0.5) * (values[8] - 0.5) / clips;
    }
    double expected = clips * 16 / 10.0;
    double chiSquare =
        Arrays.stream(tenths).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    // 99.9 % point of chi-square with 9 degrees of freedom.
    assertTrue(chiSquare < 27.9, "chi-square " + chiSquare);
    assertEquals(0, together, 0.08, "correlation of two lamps");
  }

  @Test
  void mirrorOfBrightnessIsTheReflectionAtOneHalf() {
    double[] half = new double[16];
    Arrays.fill(half, 0.5);
    byte[] middle = mean(Side.A, half);
    for (long seed = 0; seed < 3; seed++) {
      double[] values = lanterns.motion(seed).at(0);
      byte[] picture = mean(Side.A, values);
      byte[] mirrored = mean(Side.A, mirror(values));
      double worst = 0;
      for (int i = 0; i < picture.length; i++) {
        int sum = (picture[i] & 255) + (mirrored[i] & 255);
        worst = Math.max(worst, Math.abs(sum - 2 * (middle[i] & 255)));
      }
      assertTrue(worst <= 2 * ROUNDING, "reflection is off by " + worst);
    }
  }

  @Test
  void mirrorOfRedAndBlueIsTheirExchange() {
    for (long seed = 0; seed < 3; seed++) {
      double[] values = lanterns.motion(seed).at(0);
      byte[] picture = mean(Side.B, values);
      byte[] mirrored = mean(Side.B, mirror(values));
      int worst = 0;
      for (int at = 0; at < picture.length; at += 3) {
        for (int c = 0; c < 3; c++) {
          int difference = (picture[at + c] & 255) - (mirrored[at + 2 - c] & 255);
          worst = Math.max(worst, Math.abs(difference));
        }
      }
      assertTrue(worst <= ROUNDING, "exchange is off by " + worst);
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void readerFollowsEveryLamp(Side domain) {
    LampReader reader = new LampReader(domain, SIZE);
    Skin skin = lanterns.skin(domain, SIZE, 3);
    double[] values = new double[16 * 40];
    double[] readings = new double[16 * 40];
    for (int i = 0; i < 40; i++) {
      double[] state = lanterns.motion(i).at(0);
      System.arraycopy(state, 0, values, 16 * i, 16);
      System.arraycopy(reader.read(skin.draw(state, i)), 0, readings, 16 * i, 16);
    }
    double correlation = correlation(values, readings);
    assertTrue(correlation > 0.99, "correlation " + correlation);
  }

  @Test
  void readerRefusesPicturesOfAnotherSize() {
    LampReader reader = new LampReader(Side.A, SIZE);

    assertThrows(IllegalArgumentException.class, () -> new LampReader(Side.A, 15));
    assertThrows(IllegalArgumentException.class, () -> reader.read(new byte[12]));
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void readerFindsEveryLampInTheSmallestPicture(Side domain) {
    double[] state = new double[16];
    state[6] = 1;
    byte[] picture = lanterns.skin(domain, Skin.MIN_SIZE, 3).draw(state, 1);

    double[] readings = new LampReader(domain, Skin.MIN_SIZE).read(picture);

    for (int lamp = 0; lamp < readings.length; lamp++) {
      assertTrue(lamp == 6 || readings[lamp] < readings[6] - 0.2, "lamp " + lamp);
    }
  }

  private static double[] mirror(double[] values) {
    return Arrays.stream(values).map(v -> 1 - v).toArray();
  }

  /** The mean of many photographs, in which the noise is all but gone. */
  private byte[] mean(Side domain, double[] state) {
    Skin skin = lanterns.skin(domain, SIZE, 3);
    int count = 150;
    int[] sums = new int[3 * SIZE * SIZE];
    for (int i = 0; i < count; i++) {
      byte[] picture = skin.draw(state, i);
      for (int at = 0; at < sums.length; at++) {
        sums[at] += picture[at] & 255;
      }
    }
    byte[] mean = new byte[sums.length];
    for (int at = 0; at < sums.length; at++) {
      mean[at] = (byte) Math.round((double) sums[at] / count);
    }
    return mean;
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
