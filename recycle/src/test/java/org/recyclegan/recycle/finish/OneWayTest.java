package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class OneWayTest {

  private static float[][] way(int frames, java.util.function.IntToDoubleFunction place) {
    float[][] features = new float[frames][2];
    for (int t = 0; t < frames; t++) {
      features[t][0] = (float) place.applyAsDouble(t);
      features[t][1] = 3;
    }
    return features;
  }

  @Test
  void aStraightWayIsClear() {
    assertEquals(1, new OneWay(way(100, t -> t), 0, 100).clarity());
    assertEquals(1, new OneWay(way(100, t -> -t), 0, 100).clarity(), "the other way round, too");
  }

  @Test
  void whatComesBackIsNot() {
    assertTrue(new OneWay(way(100, t -> Math.sin(t / 8.0)), 0, 100).clarity() < OneWay.CLEAR);
    assertTrue(new OneWay(way(100, t -> Math.abs(t - 50)), 0, 100).clarity() < OneWay.CLEAR);
    assertEquals(0, new OneWay(way(100, t -> 1), 0, 100).clarity(), "nothing moves");
  }

  @Test
  void progressIsTheShareOfTheWay() {
    // The first half of the time covers a fifth of the way.
    float[] progress = new OneWay(way(240, t -> t < 120 ? t : 4 * t - 360), 0, 240).progress();
    assertEquals(0, progress[0]);
    assertEquals(1, progress[239]);
    assertEquals(0.2, progress[120], 0.03);
    for (int t = 1; t < progress.length; t++) {
      assertTrue(progress[t] >= progress[t - 1]);
    }
  }

  @Test
  void standingStillTakesTime() {
    float[] progress = new OneWay(way(48, t -> 1), 0, 48).progress();
    assertEquals(0.5, progress[24], 0.03);
  }

  @Test
  void oneFrameIsAWay() {
    OneWay way = new OneWay(way(3, t -> t), 1, 1);
    assertEquals(0, way.clarity());
    assertEquals(1, way.progress().length);
  }
}
