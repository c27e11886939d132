package org.recyclegan.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

  @Test
  void aRatioThatFallsShortIsCalledShort() {
    Row row = new Row("x", Row.Target.atLeast(0.9), new double[] {0.95, 0.5, 0.89}, "");
    assertEquals("| x | ≥ 0.90 | 0.890 | 0.500 to 0.950 (3) | **short** |  |", row.markdown());
    assertEquals("met", new Row("x", Row.Target.atMost(0.9), new double[] {0.9}, "").verdict());
    assertEquals("not measured", Row.notMeasured("x", Row.Target.atMost(1), "why").verdict());
  }

  @Test
  void pairsAlternateAndTheFirstOfEachIsNotCounted() throws Exception {
    List<String> order = new ArrayList<>();
    double[] ratios =
        Pairs.ratios(
            2,
            () -> {
              order.add("a");
              return order.size();
            },
            () -> {
              order.add("b");
              return 2;
            });
    assertEquals(List.of("a", "b", "a", "b", "b", "a"), order);
    assertArrayEquals(new double[] {1.5, 3}, ratios);
    assertTrue(Pairs.clock(() -> {}) >= 0);
  }
}
