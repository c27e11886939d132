package org.recyclegan.recycle.retarget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Size;

/** The pipeline, on numbers; and the sizes that a retargeter chooses. */
class StagePipelineTest {

  private final ExecutorService workers = Executors.newFixedThreadPool(3);
  private final List<Integer> consumed = Collections.synchronizedList(new ArrayList<>());

  private static StagePipeline.Producer<Integer> upTo(int count) {
    AtomicInteger next = new AtomicInteger();
    return () -> next.get() < count ? next.getAndIncrement() : null;
  }

  /** The first item is held back until others are done, and must come first all the same. */
  @Test
  void keepsTheOrderHoweverLongEachTakes() throws IOException {
    CountDownLatch others = new CountDownLatch(2);
    boolean complete =
        StagePipeline.run(
            upTo(50),
            item -> {
              if (item == 0) {
                await(others);
              } else {
                others.countDown();
              }
              return 10 * item;
            },
            workers,
            consumed::add,
            () -> false);
    assertTrue(complete);
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      expected.add(10 * i);
    }
    assertEquals(expected, consumed);
    assertTrue(workers.isTerminated(), "threads do not outlive it");
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 9})
  void nothingIsLostWhereQueuesAreJustFull(int count) throws IOException {
    assertTrue(StagePipeline.run(upTo(count), item -> item, workers, consumed::add, () -> false));
    assertEquals(count, consumed.size());
  }

  @Test
  void aConsumerThatHasEnoughEndsIt() throws IOException {
    boolean complete =
        StagePipeline.run(
            upTo(Integer.MAX_VALUE),
            item -> item,
            workers,
            item -> {
              consumed.add(item);
              return item < 7;
            },
            () -> false);
    assertFalse(complete);
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), consumed);
    assertTrue(workers.isTerminated());
  }

  @Test
  void stoppedItDoesNotWaitForAProducerThatHangs() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    boolean complete =
        StagePipeline.<Integer>run(
            () -> hang(never),
            item -> item,
            workers,
            consumed::add,
            () -> asked.getAndIncrement() > 0);
    assertFalse(complete);
    assertEquals(List.of(), consumed);
  }

  private static @Nullable Integer hang(CountDownLatch never) throws IOException {
    await(never);
    return null;
  }

  /** Whatever fails, wherever: its own exception arrives, and no thread stays behind. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whatAStageThrowsIsThrown(int stage) {
    for (Throwable failure :
        List.of(new IOException("x"), new IllegalStateException("x"), new AssertionError("x"))) {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      Throwable found =
          assertThrows(
              failure.getClass(),
              () ->
                  StagePipeline.run(
                      () -> stage == 0 ? thrown(failure) : Integer.valueOf(3),
                      item -> stage == 1 ? thrown(failure) : item,
                      pool,
                      item -> stage == 2 ? thrown(failure) > 0 : true,
                      () -> false));
      assertSame(failure, found);
      assertTrue(pool.isTerminated());
    }
  }

  private static Integer thrown(Throwable failure) throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    throw (Error) failure;
  }

  private static void network(int width, int height, int side, int wide, int high) {
    assertEquals(new Size(wide, high), Retargeter.networkSize(new Size(width, height), side));
  }

  @Test
  void networksSeeTheirTrainedSizeButOfRibbonsLess() {
    network(640, 480, 0, 640, 480);
    network(640, 480, 48, 64, 48);
    network(480, 640, 48, 48, 64);
    // Eight times as wide as high is still as usual; sixteen times is half the side.
    network(500, 100, 48, 240, 48);
    network(800, 100, 48, 384, 48);
    network(1600, 100, 48, 384, 24);
    network(100, 1600, 48, 24, 384);
    network(100_000, 1, 48, 100_000, 1);
  }

  @Test
  void batchesHaveAsManyPixelsWhateverTheSize() {
    assertEquals(1, Retargeter.framesOfABatch(new Size(4000, 3000)));
    assertEquals(1, Retargeter.framesOfABatch(new Size(256, 256)));
    assertEquals(2, Retargeter.framesOfABatch(new Size(256, 128)));
    assertEquals(64, Retargeter.framesOfABatch(new Size(32, 32)));
    // No overflow of int where a side is the longest that is allowed.
    assertEquals(1, Retargeter.framesOfABatch(new Size(65_536, 65_536)));
  }
}
