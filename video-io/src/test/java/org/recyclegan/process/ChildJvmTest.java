package org.recyclegan.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.InputException;
import org.recyclegan.video.isolation.Wire;

/** Processes that die in every way there is. */
class ChildJvmTest {

  private static final ChildLimits LIMITS = new ChildLimits(Duration.ofSeconds(60), 64, 300);

  /** A process that does as it is told. */
  static final class Patient {

    private Patient() {}

    /** Reads what to do from standard input. */
    public static void main(String[] args) throws IOException {
      ProcessGuard guard = ProcessGuard.start(Integer.parseInt(args[0]));
      try {
        serve();
      } finally {
        guard.close();
      }
    }

    private static void serve() throws IOException {
      DataInputStream in = new DataInputStream(System.in);
      DataOutputStream out = new DataOutputStream(System.out);
      while (true) {
        switch (in.readUTF()) {
          case "crash" -> Runtime.getRuntime().halt(134);
          case "babble" -> out.writeInt(-1);
          case "environment" -> out.writeUTF(String.join(" ", System.getenv().keySet()));
          case "grow" -> grow();
          case "interrupt" -> {
            awaitShutdown();
            out.writeUTF("still here");
          }
          default -> hang();
        }
        out.flush();
      }
    }

    /** As a person's Ctrl-C does, begins to shut down; returns when that has begun. */
    private static void awaitShutdown() {
      new Thread(() -> System.exit(130)).start();
      try {
        while (true) {
          Thread none = new Thread(() -> {});
          Runtime.getRuntime().addShutdownHook(none);
          Runtime.getRuntime().removeShutdownHook(none);
        }
      } catch (IllegalStateException begun) {
        // Hooks can no more be added.
      }
    }

    private static void hang() {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
    }

    /** Memory beside the heap, which no heap limit holds. */
    private static void grow() {
      List<ByteBuffer> kept = new ArrayList<>();
      while (kept.size() < 2000) {
        kept.add(ByteBuffer.allocateDirect(1 << 20));
      }
    }
  }

  private static ChildDiedException.Cause deathOf(String order, ChildLimits limits)
      throws IOException {
    try (ChildJvm child = start(limits)) {
      return assertThrows(
              ChildDiedException.class,
              () ->
                  child.ask(
                      (requests, answers) -> {
                        requests.writeUTF(order);
                        requests.flush();
                        return Wire.readText(answers);
                      }))
          .why();
    }
  }

  private static ChildJvm start(ChildLimits limits) throws IOException {
    return ChildJvm.start(
        Patient.class,
        limits,
        List.of("-XX:MaxDirectMemorySize=4g"),
        List.of(Integer.toString(limits.residentMegabytes())));
  }

  @Test
  void everyDeathHasItsCause() throws IOException {
    assertEquals(ChildDiedException.Cause.CRASH, deathOf("crash", LIMITS));
    assertEquals(ChildDiedException.Cause.NONSENSE, deathOf("babble", LIMITS));
    ChildLimits impatient = new ChildLimits(Duration.ofMillis(1), 64, 300);
    assertEquals(ChildDiedException.Cause.PATIENCE, deathOf("hang", impatient));
  }

  @Test
  void anInterruptIsForWhoeverStartedIt() throws IOException {
    try (ChildJvm child = start(LIMITS)) {
      for (int i = 0; i < 2; i++) {
        String answer =
            child.ask(
                (requests, answers) -> {
                  requests.writeUTF("interrupt");
                  requests.flush();
                  return answers.readUTF();
                });
        assertEquals("still here", answer);
      }
      assertTrue(child.isAlive());
    }
  }

  @Test
  void nativeMemoryBeyondTheLimitIsTheEnd() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "only Linux tells");
    assertEquals(ChildDiedException.Cause.MEMORY, deathOf("grow", LIMITS));
  }

  @Test
  void theEnvironmentStaysHere() throws IOException {
    try (ChildJvm child = start(LIMITS)) {
      String names =
          child.ask(
              (requests, answers) -> {
                requests.writeUTF("environment");
                requests.flush();
                return answers.readUTF();
              });
      List<String> others = new ArrayList<>(List.of(names.split(" ")));
      others.removeAll(ChildJvm.ENVIRONMENT);
      // Set by some systems' own start of a process.
      others.removeIf(name -> name.startsWith("_") || name.equals("PWD"));
      assertEquals(List.of(), others);
    }
  }

  @Test
  void aRefusalIsNoDeath() throws IOException {
    try (ChildJvm child = start(LIMITS)) {
      assertThrows(
          InputException.class,
          () ->
              child.ask(
                  (requests, answers) -> {
                    throw InputException.told("no");
                  }));
      assertEquals(true, child.isAlive());
    }
  }
}
