package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recyclegan.service.Progress;

final class ProgressLineTest {

  private final StringWriter err = new StringWriter();
  private long now = -5_000_000_000L;

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(new PrintWriter(err), terminal, () -> now);
  }

  private static Progress step(long done, long total) {
    return Progress.of("step", done, total);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private String[] lines() {
    return err.toString().split("\\R");
  }

  @Test
  void plainLinesComeNowAndThenWithoutControlCodes() {
    try (ProgressLine line = line(false)) {
      for (int step = 1; step <= 100; step++) {
        pass(Duration.ofSeconds(1));
        line.progress(new Progress("step", step, 100, Double.NaN, Double.NaN, Map.of("loss", 0.5)));
      }
    }

    assertEquals(10, lines().length, err.toString());
    assertEquals("step 10/100, loss 0.500, 1:30 left", lines()[0]);
    assertEquals("step 100/100, loss 0.500, took 1:40", lines()[9]);
    assertTrue(err.toString().chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r'));
    assertTrue(!err.toString().replace(System.lineSeparator(), "").contains("\r"));
  }

  @Test
  void aClockThatGoesBackwardsMakesNothingNegative() {
    try (ProgressLine line = line(false)) {
      for (int step = 1; step <= 100; step++) {
        pass(Duration.ofSeconds(step % 9 == 0 ? -3600 : 1));
        line.progress(step(step, 100));
      }
    }

    assertTrue(lines().length >= 8, err.toString());
    assertTrue(!err.toString().contains("-"), err.toString());
    // 89 seconds went forwards.
    assertEquals("step 100/100, took 1:29", lines()[lines().length - 1]);
  }

  @Test
  void terminalRewritesOneLine() {
    try (ProgressLine line = line(true)) {
      pass(Duration.ofHours(3));
      line.progress(step(1, 1000));
      pass(Duration.ofMillis(1));
      line.progress(step(2, 1000));
      pass(Duration.ofSeconds(1));
      line.progress(step(1000, 1000));
    }

    String[] rewrites = err.toString().split("\r", -1);
    assertEquals("step 1/1000, 2997:00:00 left", rewrites[1]);
    assertEquals("step 1000/1000, took 3:00:01", rewrites[2].stripTrailing());
    assertEquals(3, rewrites.length);
    assertTrue(rewrites[2].endsWith(System.lineSeparator()));
  }

  @Test
  void resumedRunsCountOnlyTheirOwnStepsForTheTimeLeft() {
    try (ProgressLine line = line(false)) {
      pass(Duration.ofSeconds(20));
      line.progress(step(901, 1000));
    }

    assertEquals("step 901/1000, 33:00 left", lines()[0]);
  }

  @Test
  void anUnknownEndIsNotMadeUp() {
    try (ProgressLine line = line(false)) {
      pass(Duration.ofSeconds(20));
      line.progress(step(7, Progress.UNKNOWN));
    }

    assertEquals("step 7, 0:20 so far", lines()[0]);
  }

  @Test
  void aTrainingShowsItsShareAndItsOwnEstimate() {
    try (ProgressLine line = line(false)) {
      pass(Duration.ofSeconds(20));
      line.progress(new Progress("step", 7, Progress.UNKNOWN, 0.129, 83, Map.of("cycle", 1.25)));
    }

    assertEquals("step 7 (12 %), cycle 1.250, 1:23 left", lines()[0]);
  }

  @Test
  void eachStageHasItsOwnTime() {
    try (ProgressLine line = line(false)) {
      pass(Duration.ofSeconds(60));
      line.progress(Progress.of("decoding a.mp4, frame", 1, 1));
      pass(Duration.ofSeconds(10));
      line.progress(step(1, 2));
      pass(Duration.ofSeconds(10));
      line.progress(step(2, 2));
    }

    assertEquals("decoding a.mp4, frame 1/1, took 1:00", lines()[0]);
    assertEquals("step 1/2, 0:10 left", lines()[1]);
    assertEquals("step 2/2, took 0:20", lines()[2]);
  }

  @Test
  void aMessageOnATerminalWipesTheLineFirst() {
    try (ProgressLine line = line(true)) {
      pass(Duration.ofSeconds(1));
      line.progress(step(1, 10));
      line.message("saved");
      line.warning("still");
    }

    String[] rewrites = err.toString().split("\r", -1);
    assertEquals("", rewrites[2].strip());
    assertEquals(
        "recycle: saved" + System.lineSeparator() + "recycle: warning: still", rewrites[3].strip());
  }
}
