package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SelectionTest {

  @Test
  void findsWhatSortingFinds() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 100; trial++) {
      float[] values = new float[1 + random.nextInt(40)];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(20) - 10;
      }
      int[] sorted =
          IntStream.range(0, values.length)
              .boxed()
              .sorted((a, b) -> Float.compare(values[a], values[b]))
              .mapToInt(i -> i)
              .toArray();
      for (int count = 0; count <= values.length + 1; count++) {
        int[] expected = java.util.Arrays.copyOf(sorted, Math.min(count, values.length));
        assertArrayEquals(expected, Selection.smallest(values, count).toArray());
      }
    }
  }

  @Test
  void infinityIsTheLargest() {
    float[] values = {Float.POSITIVE_INFINITY, 3, Float.NEGATIVE_INFINITY, -0.0f, 0};
    assertArrayEquals(new int[] {2, 3, 4, 1, 0}, Selection.smallest(values, 5).toArray());
  }
}
