package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.inspect.Inspection;
import org.recyclegan.video.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class CommandLineTest {

  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  @TempDir
  Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicBoolean stop = new AtomicBoolean();

  private int run(String... args) {
    return Main.run(args, invocation(args));
  }

  private Invocation invocation(String... args) {
    return new Invocation(
        new PrintWriter(out),
        new PrintWriter(err),
        /* terminal= */ false,
        stop::get,
        List.of(args));
  }

  /** Fails as it is told to. */
  @Command(name = "fail")
  private static final class Failing implements Callable<Integer> {
    private final Callable<Integer> what;

    Failing(Callable<Integer> what) {
      this.what = what;
    }

    @Override
    public Integer call() throws Exception {
      return what.call();
    }
  }

  private int runFailing(Callable<Integer> what, String... args) {
    return Launch.run(
        args,
        invocation(args),
        new CommandLine(new RecycleCommand()).addSubcommand(new Failing(what)));
  }

  @Test
  void versionNamesProjectCommitAndJava() {
    assertEquals(0, run("--version"));

    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(0).matches("recycle \\d+\\.\\d+.*"), lines.get(0));
    assertTrue(lines.get(1).matches("commit ([0-9a-f]{12}(-dirty)?|unknown)"), lines.get(1));
    assertTrue(lines.get(2).startsWith("Java " + Runtime.version()), lines.get(2));
    assertEquals("", err.toString());
  }

  @Test
  void helpListsEveryCommand() {
    assertEquals(0, run("--help"));

    assertTrue(out.toString().contains("draw"), out.toString());
    assertTrue(out.toString().contains("inspect"), out.toString());
  }

  @Test
  void helpOfACommandStatesTheDefaults() {
    assertEquals(0, run("draw", "--help"));

    assertTrue(out.toString().contains("--size=N"), out.toString());
    assertTrue(out.toString().contains("(64)"), out.toString());
  }

  @Test
  void missingCommandIsWrongUsage() {
    assertEquals(2, run());

    assertTrue(err.toString().startsWith("recycle: A command is missing"), err.toString());
  }

  @Test
  void unknownCommandGetsTheNearest() {
    assertEquals(2, run("drow"));

    assertTrue(err.toString().contains("draw?"), err.toString());
  }

  @Test
  void unknownOptionGetsTheNearest() {
    assertEquals(2, run("draw", "flowers", "--out", "x", "--sed=3"));

    assertTrue(err.toString().contains("--seed?"), err.toString());
    assertTrue(err.toString().contains("draw --help"), err.toString());
  }

  @Test
  void unknownWorldIsWrongUsage() {
    assertEquals(2, run("draw", "flowrs", "--out", "x"));

    assertTrue(err.toString().contains("expected flowers"), err.toString());
  }

  @Test
  void oddSizeIsWrongUsage() {
    assertEquals(2, run("draw", "flowers", "--out", directory.toString(), "--size", "17"));

    assertTrue(err.toString().contains("found 17"), err.toString());
  }

  @Test
  void drawWritesIntoTheDirectory() {
    Path target = directory.resolve("with space");

    assertEquals(0, drawInto(target), err.toString());

    assertTrue(Files.exists(target.resolve("test-b-000.mp4")));
    assertTrue(Files.exists(target.resolve("state.csv")));
    for (String fact : List.of("4 clips", "3 frames", "16x16")) {
      assertTrue(out.toString().contains(fact), out.toString());
    }
    assertTrue(err.toString().contains("frame 12/12"), err.toString());
  }

  @Test
  void drawRefusesContentUnlessForced() {
    assertEquals(0, drawInto(directory));

    assertEquals(2, drawInto(directory));
    assertTrue(err.toString().contains("--force"), err.toString());

    assertEquals(0, drawInto(directory, "--force"), err.toString());
  }

  @Test
  void interruptedDrawSays130() {
    stop.set(true);

    assertEquals(130, drawInto(directory));

    assertFalse(Files.exists(directory.resolve("state.csv")));
  }

  @Test
  void aStoppedDrawingSaysHowToGoOnOnce() {
    stop.set(true);
    drawInto(directory);
    String advice = "recycle: stopped. To draw all of it: the same command with --force.";
    assertEquals(List.of(advice), err.toString().lines().toList());
  }

  @Test
  void whatIsDoneInSpiteOfAnInterruptSaysSo() {
    stop.set(true);
    assertEquals(0, runFailing(() -> 0, "fail"));
    assertTrue(
        err.toString().endsWith("recycle: it was done before it could be stopped.\n"),
        err.toString());
  }

  private int drawInto(Path target, String... more) {
    String[] args = {
      "draw", "flowers", "--out", target.toString(), "--clips=1", "--frames=3", "--size=16"
    };
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return run(all);
  }

  @Test
  void inspectPrintsFactsForPeople() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("width", 64);
    facts.put("duration_s", 1.5);
    InspectCommand.print(
        new Inspection("clip.mp4", "video", facts, List.of("2 frames lost")),
        new PrintWriter(out, true));

    assertEquals(
        """
        clip.mp4: video
          width       64
          duration s  1.5
          warning: 2 frames lost
        """,
        out.toString().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void fileThatLooksLikeAnOptionGetsAHint() {
    assertEquals(2, run("inspect", "-clip.mp4"));

    assertTrue(err.toString().contains("./"), err.toString());
  }

  @Test
  void unusableInputIsTwoWithoutStackTrace() {
    int code =
        runFailing(
            () -> {
              throw new InputException("ode.txt", "a video", "poetry", "Give a video.");
            },
            "fail");

    assertEquals(2, code);
    assertEquals(
        "recycle: ode.txt: expected a video, found poetry. Give a video.", err.toString().strip());
  }

  @Test
  void missingFileIsTwoAndSaysSo() {
    assertEquals(2, run("inspect", "gone.mp4"));

    assertTrue(err.toString().startsWith("recycle: gone.mp4: "), err.toString());
  }

  @Test
  void failureIsOneAndOnlyDebugShowsTheTrace() {
    Callable<Integer> full =
        () -> {
          throw new IOException("disk full");
        };

    assertEquals(1, runFailing(full, "fail"));
    assertEquals("recycle: disk full", err.toString().strip());

    assertEquals(1, runFailing(full, "fail", "--debug"));
    assertTrue(err.toString().contains("\tat org.recyclegan"), err.toString());
  }

  @Test
  void errorsOfTheMachineAreFailuresToo() {
    int code =
        runFailing(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            },
            "fail");

    assertEquals(1, code);
    assertTrue(err.toString().contains("RECYCLE_JAVA_OPTS"), err.toString());
  }
}
