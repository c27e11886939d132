package org.recyclegan.cli.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.MemoryShortage;
import org.recyclegan.video.VideoInfo;

class OutOfMemoryTest {

  @Test
  void theHeapIsToldFromTheMachine() {
    String heap = OutOfMemory.of(new OutOfMemoryError("Java heap space"));
    assertTrue(heap.startsWith("Out of memory: Java's heap of "), heap);
    assertTrue(heap.contains("RECYCLE_JAVA_OPTS=-Xmx") && heap.contains("--size"), heap);
    String machine =
        OutOfMemory.of(new OutOfMemoryError("FFmpeg could not allocate what it needs"));
    assertTrue(machine.contains("FFmpeg") && machine.contains(" MB"), machine);
    assertFalse(machine.contains("-Xmx"), machine);
  }

  @Test
  void framesThatWereReadAreNamed() {
    VideoInfo large = VideoInfo.constantRate(4000, 3000, FrameRate.of(25));
    OutOfMemoryError error = MemoryShortage.among(large, new OutOfMemoryError("Java heap space"));
    String heap = OutOfMemory.of(error);
    assertTrue(heap.contains("4000x3000") && heap.contains("36.0 MB"), heap);
    String unread =
        OutOfMemory.of(MemoryShortage.among(null, new OutOfMemoryError("Java heap space")));
    assertTrue(unread.contains("opened"), unread);
  }

  /** As libtorch 2.7 says it on the processor. */
  @Test
  void theMachinesMemoryIsNeededAndThere() {
    String found =
        OutOfMemory.ofEngine(
                "[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate"
                    + " memory: you tried to allocate 107053056 bytes. Error code 12 (Cannot"
                    + " allocate memory)")
            .orElseThrow();
    assertTrue(found.startsWith("Out of memory: the networks needed 107.1 MB more"), found);
    assertTrue(found.contains("--batch"), found);
  }

  /** As libtorch 2.7 says it on a graphics card. */
  @Test
  void aCardsMemoryIsNeededAndThere() {
    String found =
        OutOfMemory.ofEngine(
                "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of"
                    + " 15.77 GiB of which 1.17 GiB is free. Including non-PyTorch memory, this"
                    + " process has 14.60 GiB memory in use.")
            .orElseThrow();
    assertEquals(
        "Out of memory on the graphics card: needed 2.00 GiB more, free 1.17 GiB of 15.77 GiB."
            + " Lower --size or --batch when training, --network-size when retargeting, or use"
            + " --device cpu.",
        found);
  }

  /** As DJL and the loader say it where addresses are limited ({@code ulimit -v}). */
  @Test
  void librariesThatDoNotFitAreExplained() {
    String found =
        Failures.describe(
            new EngineException(
                "Failed to load PyTorch native library",
                new UnsatisfiedLinkError(
                    "/x/libtorch_cpu.so: failed to map segment from shared object")));
    assertTrue(found.startsWith("Out of memory: the machine has "), found);
    assertEquals(
        "The engine failed: Failed to load PyTorch native library: libgomp.so.1 is missing",
        Failures.describe(
            new EngineException(
                "Failed to load PyTorch native library",
                new UnsatisfiedLinkError("libgomp.so.1 is missing"))));
  }

  @Test
  void filesThatCannotBeMappedAreExplained() {
    String found =
        Failures.describe(new IOException("Map failed", new OutOfMemoryError("Map failed")));
    assertTrue(found.startsWith("Out of memory outside Java's heap: Map failed"), found);
  }

  @Test
  void otherFailuresAreNotExplainedByMemory() {
    assertEquals(Optional.empty(), OutOfMemory.ofEngine("Expected 4-dimensional input"));
  }

  @Test
  void aShortageIsAFailureWithoutStackTrace() {
    StringWriter err = new StringWriter();
    int code =
        Failures.command(
            new OutOfMemoryError("Java heap space"), new PrintWriter(err), /* debug= */ false);
    assertEquals(ExitCode.FAILURE, code);
    assertFalse(err.toString().contains("\tat "), err.toString());
  }
}
