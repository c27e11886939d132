package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PrincipalAxesTest {

  private static final int VALUES = 40;

  /** Pictures that differ along three directions only, values whole so that bytes hold them. */
  private static byte[] pictures(int count) {
    SplittableRandom random = new SplittableRandom(5);
    byte[] pictures = new byte[count * VALUES];
    for (int i = 0; i < count; i++) {
      int a = random.nextInt(60);
      int b = random.nextInt(40);
      int c = random.nextInt(20);
      for (int v = 0; v < VALUES; v++) {
        pictures[i * VALUES + v] = (byte) (20 + (v < 13 ? a : v < 26 ? b : c) + v);
      }
    }
    return pictures;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.pow(a[k] - b[k], 2);
    }
    return sum;
  }

  @Test
  void asManyAxesAsDirectionsKeepAllDistances() {
    byte[] pictures = pictures(50);
    PrincipalAxes axes = PrincipalAxes.of(pictures, VALUES, 3);
    assertEquals(3, axes.count());
    for (int i = 1; i < 50; i++) {
      double expected = 0;
      for (int v = 0; v < VALUES; v++) {
        int difference =
            Byte.toUnsignedInt(pictures[i * VALUES + v]) - Byte.toUnsignedInt(pictures[v]);
        expected += difference * difference;
      }
      double found =
          distance(
              axes.project(pictures, 0, new float[0]),
              axes.project(pictures, i * VALUES, new float[0]));
      assertEquals(expected, found, 1e-3 * expected + 1e-2);
    }
  }

  @Test
  void moreAxesThanDirectionsAddNothing() {
    byte[] pictures = pictures(50);
    double three = length(PrincipalAxes.of(pictures, VALUES, 3), pictures);
    double ten = length(PrincipalAxes.of(pictures, VALUES, 10), pictures);
    assertEquals(three, ten, 1e-3 * three);
  }

  private static double length(PrincipalAxes axes, byte[] pictures) {
    float[] projected = axes.project(pictures, 7 * VALUES, new float[0]);
    return distance(projected, new float[projected.length]);
  }

  @Test
  void theFirstAxisIsThatOfMostVariance() {
    byte[] pictures = pictures(200);
    double[] sums = new double[2];
    for (int i = 0; i < 200; i++) {
      int level = Byte.toUnsignedInt(pictures[i * VALUES]);
      sums[0] += level;
      sums[1] += level * level;
    }
    // The first 13 values are alike: their common variance, times their number.
    double expected = 13 * (sums[1] / 200 - Math.pow(sums[0] / 200, 2));
    PrincipalAxes axes = PrincipalAxes.of(pictures, VALUES, 1);
    double variance = 0;
    for (int i = 0; i < 200; i++) {
      variance += Math.pow(axes.project(pictures, i * VALUES, new float[0])[0], 2) / 200;
    }
    assertEquals(expected, variance, 0.05 * expected);
  }

  @Test
  void aShiftIsAddedBeforeProjecting() {
    byte[] pictures = pictures(50);
    PrincipalAxes axes = PrincipalAxes.of(pictures, VALUES, 3);
    float[] shift = new float[VALUES];
    for (int v = 0; v < VALUES; v++) {
      shift[v] = Byte.toUnsignedInt(pictures[9 * VALUES + v]) - Byte.toUnsignedInt(pictures[v]);
    }
    float[] expected = axes.project(pictures, 9 * VALUES, new float[0]);
    float[] found = axes.project(pictures, 0, shift);
    assertEquals(0, distance(expected, found), 1e-3);
  }

  @Test
  void picturesThatAreAllAlikeHaveNoLength() {
    PrincipalAxes axes = PrincipalAxes.of(new byte[4 * VALUES], VALUES, 3);
    float[] projected = axes.project(new byte[VALUES], 0, new float[0]);
    assertEquals(0, distance(projected, new float[projected.length]));
  }
}
