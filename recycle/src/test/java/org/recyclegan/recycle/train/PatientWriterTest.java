package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.InputException;

class PatientWriterTest {

  private final IOException full = new IOException("Cannot write x: No space left on device");

  private final List<String> told = new ArrayList<>();
  private Duration waited = Duration.ZERO;
  private boolean stop;
  private int attempts;

  private PatientWriter writer(boolean waits) {
    return new PatientWriter(waits, () -> stop, told::add, time -> waited = waited.plus(time));
  }

  private void failFirst(int times) throws IOException {
    if (attempts++ < times) {
      throw full;
    }
  }

  @Test
  void withoutPatienceTheFirstFailureIsTheLast() {
    assertSame(
        full, assertThrows(IOException.class, () -> writer(false).write(() -> failFirst(1))));
    assertEquals(1, attempts);
    assertEquals(List.of(), told);
  }

  @Test
  void aFullDiskIsWaitedForAndTheWaitIsTold() throws IOException {
    writer(true).write(() -> failFirst(3));
    assertEquals(4, attempts);
    assertEquals(Duration.ofSeconds(30), waited);
    assertEquals(2, told.size(), told.toString());
    assertTrue(told.get(0).contains("No space"), told.get(0));
    assertTrue(told.get(1).contains("goes on"), told.get(1));
  }

  @Test
  void aStopEndsTheWaiting() {
    PatientWriter writer =
        new PatientWriter(
            true,
            () -> stop,
            told::add,
            time -> {
              waited = waited.plus(time);
              stop = true;
            });
    assertSame(full, assertThrows(IOException.class, () -> writer.write(() -> failFirst(9))));
    assertEquals(1, attempts);
    assertTrue(waited.compareTo(Duration.ofSeconds(1)) < 0, waited.toString());
  }

  @Test
  void nobodyWaitsForInputToGetBetter() {
    InputException bad = new InputException("x", "y", "z", "Do.");
    assertSame(
        bad,
        assertThrows(
            InputException.class,
            () ->
                writer(true)
                    .write(
                        () -> {
                          throw bad;
                        })));
    assertEquals(List.of(), told);
  }
}
