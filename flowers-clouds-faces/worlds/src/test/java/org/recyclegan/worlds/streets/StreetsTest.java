package org.recyclegan.worlds.streets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;

final class StreetsTest {

  private static final int SIZE = 64;
  private static final double STEP = 0.04;

  private final Streets streets = new Streets();

  @Test
  void stateMovesSmoothlyAndForwards() {
    for (long seed = 0; seed < 20; seed++) {
      Motion motion = streets.motion(seed);
      double[] before = motion.at(0);
      for (int i = 1; i < 1000; i++) {
        double[] now = motion.at(STEP * i);
        assertEquals(before[0], now[0], "the condition is the same for a clip");
        assertEquals(STEP * now[2], now[1] - before[1], 0.01, "distance is the speed's integral");
        assertTrue(now[2] > 5 && now[2] < 11, "speed " + now[2]);
        assertTrue(Math.abs(now[3]) <= 0.5 && Math.abs(now[4]) <= 0.07, "stays in its lane");
        assertTrue(now[5] >= 5 && now[5] <= 13, "gap " + now[5]);
        for (int c = 2; c < now.length; c++) {
          assertEquals(before[c], now[c], 0.25, "component " + c + " at step " + i);
        }
        before = now;
      }
    }
  }

  @Test
  void everyConditionComesUp() {
    Set<Condition> seen = EnumSet.noneOf(Condition.class);
    for (long seed = 0; seed < 60; seed++) {
      seen.add(Condition.of(streets.motion(seed).at(0)[0]));
    }
    assertEquals(EnumSet.allOf(Condition.class), seen);
  }

  @Test
  void labelsAreExactAndEveryClassIsInAClip() {
    Set<Integer> palette =
        Arrays.stream(StreetClass.values()).map(StreetClass::rgb).collect(Collectors.toSet());
    Skin labels = streets.skin(Side.B, SIZE, 3);
    for (long seed = 0; seed < 3; seed++) {
      Set<Integer> found = new HashSet<>();
      for (int i = 0; i < 150; i += 5) {
        byte[] map = labels.draw(streets.motion(seed).at(STEP * i), i);
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
          found.add(rgb(map, pixel));
        }
      }
      assertEquals(palette, found);
    }
  }

  @Test
  void labelsDoNotTellTheConditionNorTheNoise() {
    Skin labels = streets.skin(Side.B, SIZE, 3);
    double[] state = streets.motion(4).at(1);
    state[0] = Condition.DAY.code();
    byte[] day = labels.draw(state, 1);
    state[0] = Condition.NIGHT.code();

    assertArrayEquals(day, labels.draw(state, 2));
  }

  /** Blocks that 4:2:0 video has one colour for hold one label. */
  @Test
  void labelsComeInBlocksOfTwo() {
    byte[] map = streets.skin(Side.B, SIZE, 3).draw(streets.motion(4).at(1), 1);
    for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
      int row = Math.floorDiv(pixel, SIZE);
      int corner = (row - row % 2) * SIZE + pixel % SIZE / 2 * 2;
      assertEquals(rgb(map, corner), rgb(map, pixel));
    }
  }

  @Test
  void nearestColourUndoesWhatVideoDoes() {
    for (StreetClass expected : StreetClass.values()) {
      int rgb = expected.rgb();
      for (int error : new int[] {-30, 30}) {
        int red = Math.min(255, Math.max(0, (rgb >> 16) + error));
        int green = Math.min(255, Math.max(0, (rgb >> 8 & 255) - error));
        int blue = Math.min(255, Math.max(0, (rgb & 255) + error));
        assertEquals(expected, StreetClass.nearest(red, green, blue));
      }
    }
  }

  /** What the labels call sky is bright by day, and the whole picture is dark at night. */
  @Test
  void conditionsAreTold() {
    Skin pictures = streets.skin(Side.A, SIZE, 3);
    double[] state = streets.motion(4).at(1);
    Map<Condition, double[]> mean = new EnumMap<>(Condition.class);
    for (Condition condition : Condition.values()) {
      state[0] = condition.code();
      mean.put(condition, mean(pictures.draw(state, 1)));
    }
    for (Condition one : Condition.values()) {
      for (Condition other : Condition.values()) {
        if (one.compareTo(other) < 0) {
          double apart = distance(mean, one, other);
          assertTrue(apart > 12, one + " and " + other + " are " + apart + " apart");
        }
      }
    }
  }

  /** The picture changes where the labels do: the same street is behind both. */
  @Test
  void pictureAndLabelsShowTheSameStreet() {
    Skin pictures = streets.skin(Side.A, SIZE, 3);
    Skin labels = streets.skin(Side.B, SIZE, 3);
    double sky = 0;
    double building = 0;
    for (int i = 0; i < 10; i++) {
      double[] state = streets.motion(4).at(i);
      state[0] = Condition.DAY.code();
      byte[] picture = pictures.draw(state, i);
      byte[] map = labels.draw(state, i);
      sky += meanBlueOverRed(picture, map, StreetClass.SKY) / 10;
      building += meanBlueOverRed(picture, map, StreetClass.BUILDING) / 10;
    }
    assertTrue(sky > building + 30, "sky " + sky + " is bluer than houses " + building);
  }

  @Test
  void noConditionHasAnUnknownCode() {
    assertThrows(IllegalArgumentException.class, () -> Condition.of(5));
  }

  private static int rgb(byte[] picture, int pixel) {
    return (picture[3 * pixel] & 255) << 16
        | (picture[3 * pixel + 1] & 255) << 8
        | (picture[3 * pixel + 2] & 255);
  }

  private static double[] mean(byte[] picture) {
    double[] mean = new double[3];
    for (int at = 0; at < picture.length; at++) {
      mean[at % 3] += 3.0 * (picture[at] & 255) / picture.length;
    }
    return mean;
  }

  private static double distance(Map<Condition, double[]> mean, Condition one, Condition other) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double difference =
          mean.getOrDefault(one, new double[3])[c] - mean.getOrDefault(other, new double[3])[c];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private static double meanBlueOverRed(byte[] picture, byte[] map, StreetClass label) {
    long sum = 0;
    long count = 0;
    for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
      if (rgb(map, pixel) == label.rgb()) {
        sum += (picture[3 * pixel + 2] & 255) - (picture[3 * pixel] & 255);
        count++;
      }
    }
    return (double) sum / count;
  }
}
