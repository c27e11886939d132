package org.recyclegan.recycle.finish.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.finish.Costs;

class EventCostsTest {

  @Test
  void addsHowFarApartTheTwoAreOnTheirWays() {
    UnaryCosts plain = Costs.unary(new float[] {10, 20, 30, 40}, new float[] {1, 2, 3, 4});
    float[] source = {0, 0.5f};
    float[] target = {0, 1};
    UnaryCosts costs = new EventCosts(plain, source, target, 1);
    float[] row = new float[4];
    costs.row(0, row);
    // Candidate 1 is as far as frame 0, candidate 2 a whole way ahead: four times one squared.
    assertArrayEquals(new float[] {10, 20, 34, 40}, row, "others are left as they are");
    costs.row(1, row);
    assertArrayEquals(new float[] {1, 3, 4, 4}, row, "half a way, ahead or behind, costs the same");
    assertEquals(2, costs.frames());
    assertEquals(4, costs.candidates());
  }

  /** Without a hint from the pictures, the ways alone decide, and they agree frame by frame. */
  @Test
  void aloneTheyKeepTheTargetInStepWithTheSource() {
    int frames = 9;
    float[] way = new float[frames];
    for (int t = 0; t < frames; t++) {
      way[t] = t / (frames - 1f);
    }
    UnaryCosts even = Costs.unary(new float[frames][frames + 3]);
    int[] path = new MonotonePath(new EventCosts(even, way, way, 3), 3, frames, 2, 0).shortest();
    assertArrayEquals(new int[] {3, 4, 5, 6, 7, 8, 9, 10, 11}, path);
  }
}
