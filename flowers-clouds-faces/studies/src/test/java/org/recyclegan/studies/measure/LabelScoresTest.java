package org.recyclegan.studies.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.Frame;
import org.recyclegan.worlds.streets.Condition;
import org.recyclegan.worlds.streets.StreetClass;

final class LabelScoresTest {

  private static Frame map(StreetClass... classes) {
    byte[] rgb = new byte[3 * classes.length];
    for (int i = 0; i < classes.length; i++) {
      // Nearly its colour, as a network would paint it.
      rgb[3 * i] = (byte) ((classes[i].rgb() >> 16) ^ 3);
      rgb[3 * i + 1] = (byte) ((classes[i].rgb() >> 8) ^ 2);
      rgb[3 * i + 2] = (byte) (classes[i].rgb() ^ 1);
    }
    return new Frame(classes.length, 1, rgb, 0);
  }

  /** By hand: half the road is taken for a car. */
  @Test
  void scoresAreThoseOfAllFramesAndOfEachCondition() {
    LabelScores scores = new LabelScores();
    Frame truth = map(StreetClass.ROAD, StreetClass.ROAD, StreetClass.CAR, StreetClass.SKY);
    Frame output = map(StreetClass.ROAD, StreetClass.CAR, StreetClass.CAR, StreetClass.SKY);
    scores.add(Condition.NIGHT, truth, output);
    scores.add(Condition.DAY, truth, truth);
    Map<String, Double> values = scores.values();
    assertEquals(1, values.get("miou_day"), 1e-12);
    assertEquals(0.75, values.get("mp_night"), 1e-12);
    assertEquals((0.5 + 1 + 1) / 3, values.get("ac_night"), 1e-12);
    assertEquals((0.5 + 0.5 + 1) / 3, values.get("miou_night"), 1e-12);
    assertEquals(7 / 8.0, values.get("mp"), 1e-12);
    assertEquals((3 / 4.0 + 2 / 3.0 + 1) / 3, values.get("miou"), 1e-12);
    assertFalse(values.containsKey("mp_rain"), "nothing of rain was counted");
  }
}
