package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DistanceCostsTest {

  @Test
  void areSquaredDistances() {
    SplittableRandom random = new SplittableRandom(4);
    float[][] source = features(random, 3, 5);
    float[][] candidates = features(random, 7, 5);
    DistanceCosts costs = new DistanceCosts(source, candidates);
    float[] row = new float[7];
    for (int t = 0; t < 3; t++) {
      costs.row(t, row);
      for (int j = 0; j < 7; j++) {
        double expected = 0;
        for (int k = 0; k < 5; k++) {
          expected += Math.pow(source[t][k] - candidates[j][k], 2);
        }
        assertEquals(expected, row[j], 1e-4);
      }
    }
  }

  @Test
  void roundingMakesNoneNegative() {
    float[][] same = {{1000.1f, 2000.2f, 3000.3f}};
    float[] row = new float[1];
    new DistanceCosts(same, same).row(0, row);
    assertEquals(0, row[0], 10);
    assertEquals(row[0], Math.max(0, row[0]));
  }

  private static float[][] features(SplittableRandom random, int count, int size) {
    float[][] features = new float[count][size];
    for (float[] feature : features) {
      for (int k = 0; k < size; k++) {
        feature[k] = (float) random.nextGaussian();
      }
    }
    return features;
  }
}
