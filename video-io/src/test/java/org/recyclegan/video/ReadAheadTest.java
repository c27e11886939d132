package org.recyclegan.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAheadTest {

  private static final List<Frame> FRAMES = Clips.gradients(4, 3, 12);

  @Test
  void framesAreTheSameInTheSameOrderAndThenNoMore() throws IOException {
    try (ReadAhead ahead = new ReadAhead(MemorySource.of(FRAMES))) {
      for (Frame frame : FRAMES) {
        assertSame(frame, ahead.next());
      }
      assertNull(ahead.next());
      assertNull(ahead.next());
    }
  }

  @Test
  void aFailureComesAfterTheFramesBeforeItAndStays() throws IOException {
    try (ReadAhead ahead = new ReadAhead(MemorySource.failing(FRAMES, 2))) {
      assertSame(FRAMES.get(0), ahead.next());
      assertSame(FRAMES.get(1), ahead.next());
      assertEquals("the disk is gone", assertThrows(IOException.class, ahead::next).getMessage());
      assertEquals("the disk is gone", assertThrows(IOException.class, ahead::next).getMessage());
    }
  }

  @Test
  void closingEarlyClosesTheSource() throws IOException {
    MemorySource source = MemorySource.of(FRAMES);
    ReadAhead ahead = new ReadAhead(source);
    ahead.next();
    ahead.close();
    assertTrue(source.isClosed());
    assertNull(ahead.next());
  }

  @Test
  void withoutAThreadTheSourceIsClosedAllTheSame() throws IOException {
    MemorySource source = MemorySource.of(FRAMES);
    try (ReadAhead ahead =
        new ReadAhead(
            source,
            task -> {
              throw new IllegalStateException("no thread to be had");
            })) {
      assertThrows(IllegalStateException.class, ahead::next);
    }
    assertTrue(source.isClosed());
  }

  /** With the one taken: three, two (of 71 MiB three would be) and, of 95 MiB, one. */
  @ParameterizedTest
  @CsvSource({"4, 3, 4", "3840, 2160, 3", "7680, 4320, 2"})
  void readsOnlyAFewFramesAhead(int width, int height, int expected) throws IOException {
    AtomicInteger read = new AtomicInteger();
    try (ReadAhead ahead =
        new ReadAhead(
            new Endless() {
              @Override
              public VideoInfo info() {
                return VideoInfo.constantRate(width, height, FrameRate.of(25));
              }

              @Override
              public Frame next() {
                read.incrementAndGet();
                return FRAMES.get(0);
              }
            })) {
      ahead.next();
      // Questions are answered after the reading that is under way.
      ahead.warnings();
      assertEquals(expected, read.get());
    }
  }

  @Test
  void anInterruptedReaderStopsWaiting() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (ReadAhead ahead =
        new ReadAhead(
            new Endless() {
              @Override
              public @Nullable Frame next() throws IOException {
                try {
                  never.await();
                } catch (InterruptedException e) {
                  throw new InterruptedIOException("not expected: native code is not interrupted");
                }
                return null;
              }
            })) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedIOException.class, ahead::next);
      assertTrue(Thread.interrupted(), "the flag is to stay");
      never.countDown();
    }
  }

  @Test
  void anInterruptedReaderGetsItsWarnings() throws IOException {
    try (ReadAhead ahead =
        new ReadAhead(
            new Endless() {
              @Override
              public Frame next() {
                return FRAMES.get(0);
              }

              @Override
              public List<String> warnings() {
                return List.of("2 frames were damaged.");
              }
            })) {
      ahead.next();
      Thread.currentThread().interrupt();
      assertEquals(List.of("2 frames were damaged."), ahead.warnings());
      assertTrue(Thread.interrupted(), "the flag is to stay");
    }
  }

  /** Has a size, and never ends by itself. */
  private abstract static class Endless implements FrameSource {

    @Override
    public VideoInfo info() {
      return VideoInfo.constantRate(4, 3, FrameRate.of(25));
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
