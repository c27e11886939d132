package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  private final StringWriter err = new StringWriter();
  private long now = -5_000_000_000L;

  private Progress progress(boolean terminal, long total) {
    return new Progress(new PrintWriter(err), terminal, "step", total, () -> now);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private String[] lines() {
    return err.toString().split("\\R");
  }

  @Test
  void plainLinesComeNowAndThenWithoutControlCodes() {
    try (Progress progress = progress(false, 100)) {
      for (int step = 1; step <= 100; step++) {
        pass(Duration.ofSeconds(1));
        progress.step(step, Map.of("loss", 0.5));
      }
    }

    assertEquals(10, lines().length, err.toString());
    assertEquals("step 10/100, loss 0.5000, 1:30 left", lines()[0]);
    assertEquals("step 100/100, loss 0.5000, took 1:40", lines()[9]);
    assertTrue(err.toString().chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r'));
    assertTrue(!err.toString().replace(System.lineSeparator(), "").contains("\r"));
  }

  @Test
  void aClockThatGoesBackwardsMakesNothingNegative() {
    try (Progress progress = progress(false, 100)) {
      for (int step = 1; step <= 100; step++) {
        pass(Duration.ofSeconds(step % 9 == 0 ? -3600 : 1));
        progress.step(step, Map.of());
      }
    }

    assertTrue(lines().length >= 8, err.toString());
    assertTrue(!err.toString().contains("-"), err.toString());
    // 89 seconds went forwards.
    assertEquals("step 100/100, took 1:29", lines()[lines().length - 1]);
  }

  @Test
  void terminalRewritesOneLine() {
    try (Progress progress = progress(true, 1000)) {
      pass(Duration.ofHours(3));
      progress.step(1, Map.of());
      pass(Duration.ofMillis(1));
      progress.step(2, Map.of());
      pass(Duration.ofSeconds(1));
      progress.step(1000, Map.of());
    }

    String[] rewrites = err.toString().split("\r", -1);
    assertEquals("step 1/1000, 2997:00:00 left", rewrites[1]);
    assertEquals("step 1000/1000, took 3:00:01", rewrites[2].stripTrailing());
    assertEquals(3, rewrites.length);
    assertTrue(rewrites[2].endsWith(System.lineSeparator()));
  }

  @Test
  void resumedRunsCountOnlyTheirOwnStepsForTheTimeLeft() {
    try (Progress progress = progress(false, 1000)) {
      pass(Duration.ofSeconds(20));
      progress.step(901, Map.of());
    }

    assertEquals("step 901/1000, 33:00 left", lines()[0]);
  }

  @Test
  void anUnknownEndIsNotMadeUp() {
    try (Progress progress = progress(false, Progress.UNKNOWN)) {
      pass(Duration.ofSeconds(20));
      progress.step(7, Map.of());
    }

    assertEquals("step 7, 0:20 so far", lines()[0]);
  }
}
