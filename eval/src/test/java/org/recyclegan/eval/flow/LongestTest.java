package org.recyclegan.eval.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongestTest {

  @ParameterizedTest
  @CsvSource({"1000,1", "1000,50", "1000,999", "1000,1000", "1,1", "37,2"})
  void areTheEndOfAllOfThemSorted(int length, int count) {
    Random random = new Random(length + count);
    float[] lengths = new float[length];
    for (int i = 0; i < length; i++) {
      // Many decades, and many that are equal.
      lengths[i] = (float) Math.pow(10, random.nextInt(40) - 20) * random.nextInt(9);
    }
    float[] sorted = lengths.clone();
    Arrays.sort(sorted);
    assertArrayEquals(
        Arrays.copyOfRange(sorted, length - count, length), Longest.of(lengths, count), 0f);
  }

  @Test
  void whatIsNoNumberCountsAsLargestAsInSorting() {
    float[] lengths = {1, Float.NaN, Float.POSITIVE_INFINITY, 0};
    assertArrayEquals(new float[] {Float.POSITIVE_INFINITY, Float.NaN}, Longest.of(lengths, 2), 0f);
  }
}
