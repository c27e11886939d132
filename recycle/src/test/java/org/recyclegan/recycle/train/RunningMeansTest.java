package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.json.Json;

class RunningMeansTest {

  @Test
  void savedMeansGoOnToTheLastBit() throws JsonProcessingException {
    RunningMeans straight = new RunningMeans();
    straight.add(Map.of("x", 0.1, "y", 1.0 / 3));
    straight.add(Map.of("x", 0.7, "y", 1e-30));
    RunningMeans resumed = new RunningMeans();
    resumed.add(Map.of("z", 5.0));
    resumed.restore(
        Json.RECORDS.parse(Json.RECORDS.line(straight.sums()), RunningMeans.Sums.class));
    assertEquals(straight.means(), resumed.means());
    straight.add(Map.of("x", 0.2, "y", 3.0));
    resumed.add(Map.of("x", 0.2, "y", 3.0));
    assertEquals(
        Map.of("x", (0.1 + 0.7 + 0.2) / 3, "y", (1.0 / 3 + 1e-30 + 3) / 3), resumed.means());
    assertEquals(straight.means(), resumed.means());
    resumed.reset();
    assertTrue(resumed.isEmpty() && resumed.means().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"count\":-1,\"sums\":{}}",
        "{\"count\":-1,\"sums\":{\"x\":1}}",
        "{\"count\":0,\"sums\":{\"x\":1}}",
        "{\"count\":1,\"sums\":{}}",
        "{\"count\":1,\"sums\":{\"x\":\"NaN\"}}",
        "{\"count\":1,\"sums\":{\"x\":null}}",
        "{\"count\":1}",
        "null",
        "[]"
      })
  void whatIsNoMeansIsRefused(String text) {
    assertThrows(
        JsonProcessingException.class, () -> Json.RECORDS.parse(text, RunningMeans.Sums.class));
  }
}
