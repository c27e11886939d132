package org.recyclegan.recycle.finish.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.finish.Costs;

class BarTest {

  @Test
  void barsByFrameAndCandidateInThatOrder() {
    UnaryCosts plain = Costs.unary(new float[] {1, 2, 3}, new float[] {4, 5, 6});
    UnaryCosts costs = new Bar(plain, (frame, candidate) -> frame == 0 && candidate == 1);
    float[] row = new float[3];
    costs.row(0, row);
    assertArrayEquals(new float[] {1, Bar.FORBIDDEN, 3}, row);
    costs.row(1, row);
    assertArrayEquals(new float[] {4, 5, 6}, row);
    assertEquals(2, costs.frames());
    assertEquals(3, costs.candidates());
  }

  @Test
  void aPathGoesRoundWhatIsBarredAtAnyPrice() {
    UnaryCosts plain = Costs.unary(new float[] {0, 8, 9}, new float[] {0, 9, 8});
    UnaryCosts costs = new Bar(plain, (frame, candidate) -> candidate == 0);
    int[] path = new FreePath(costs, (from, to) -> from == to ? 50 : 0, 3).shortest();
    assertArrayEquals(new int[] {1, 2}, path);
  }
}
