package org.recyclegan.recycle.finish;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Finds the smallest of many numbers without sorting all of them. */
final class Selection {

  private Selection() {}

  /**
   * Finds the smallest.
   *
   * @param values none of them NaN
   * @param count how many are wanted; at most all are returned
   * @return where they are, the smallest first; of equal ones the first
   */
  static IntStream smallest(float[] values, int count) {
    int wanted = Math.min(count, values.length);
    // Float bits of what is not negative order as integers do; the place breaks ties.
    if (wanted == 0) {
      return IntStream.empty();
    }
    long[] heap = new long[wanted];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      long key = ((long) orderedBits(values[i]) << Integer.SIZE) | i;
      if (size < wanted) {
        heap[size++] = key;
        up(heap, size - 1);
      } else if (key < heap[0]) {
        heap[0] = key;
        down(heap);
      }
    }
    Arrays.sort(heap);
    return Arrays.stream(heap).mapToInt(key -> (int) key);
  }

  /**
   * Finds the smallest, as the other method, to the precision of a float.
   *
   * @param values none of them NaN
   * @param count how many are wanted; at most all are returned
   * @return where they are
   */
  static IntStream smallest(double[] values, int count) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted((a, b) -> Double.compare(values[a], values[b]))
        .limit(count)
        .mapToInt(Integer::intValue);
  }

  private static int orderedBits(float value) {
    int bits = Float.floatToIntBits(value + 0.0f);
    return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
  }

  private static void up(long[] heap, int at) {
    int i = at;
    while (i > 0 && heap[(i - 1) / 2] < heap[i]) {
      swap(heap, i, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  private static void down(long[] heap) {
    int i = 0;
    while (2 * i + 1 < heap.length) {
      int child = 2 * i + 1;
      if (child + 1 < heap.length && heap[child + 1] > heap[child]) {
        child++;
      }
      if (heap[i] >= heap[child]) {
        return;
      }
      swap(heap, i, child);
      i = child;
    }
  }

  private static void swap(long[] heap, int i, int j) {
    long kept = heap[i];
    heap[i] = heap[j];
    heap[j] = kept;
  }
}
