package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.InputException;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

final class CommandLineTest {

  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  @TempDir
  Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicBoolean stop = new AtomicBoolean();
  private Inspector inspector =
      (path, options) -> {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("width", 64);
        facts.put("duration_s", 1.5);
        return new Inspection(path.toString(), "video", facts, List.of("2 frames lost"));
      };

  private int run(String... args) {
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            /* terminal= */ false,
            stop::get,
            replace ->
                (path, like) ->
                    VideoWriter.create(path, like, WriteOptions.defaults().withOverwrite(replace)),
            (path, options) -> inspector.inspect(path, options),
            List.of(args));
    return Main.run(args, surroundings);
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

    assertTrue(err.toString().contains("Did you mean draw?"), err.toString());
  }

  @Test
  void unknownOptionGetsTheNearest() {
    assertEquals(2, run("draw", "flowers", "--out", "x", "--sed=3"));

    assertTrue(err.toString().contains("Did you mean --seed"), err.toString());
    assertTrue(err.toString().contains("Try 'recycle draw --help'"), err.toString());
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
    assertTrue(out.toString().contains("4 clips of 3 frames, 16x16"), out.toString());
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
    assertEquals(0, run("inspect", "clip.mp4"));
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
    assertEquals(0, run("inspect", "clip.mp4"));

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
  void inspectPrintsJsonForPrograms() throws IOException {
    assertEquals(0, run("inspect", "--json", "--", "-clip.mp4"));

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertEquals("-clip.mp4", json.get("path").asText());
    assertEquals(1.5, json.get("facts").get("duration_s").asDouble());
    assertEquals("2 frames lost", json.get("warnings").get(0).asText());
  }

  @Test
  void fileThatLooksLikeAnOptionGetsAHint() {
    assertEquals(2, run("inspect", "-clip.mp4"));

    assertTrue(err.toString().contains("goes after --"), err.toString());
  }

  @Test
  void unusableInputIsTwoWithoutStackTrace() {
    inspector =
        (path, options) -> {
          throw new InputException(path.toString(), "a video", "poetry", "Give a video.");
        };

    assertEquals(2, run("inspect", "ode.txt"));

    assertEquals(
        "recycle: ode.txt: expected a video, found poetry. Give a video.", err.toString().strip());
  }

  @Test
  void missingFileIsTwoAndSaysSo() {
    inspector =
        (path, options) -> {
          throw new NoSuchFileException(path.toString());
        };

    assertEquals(2, run("inspect", "gone.mp4"));

    assertEquals("recycle: gone.mp4: no such file or directory", err.toString().strip());
  }

  @Test
  void failureIsOneAndOnlyDebugShowsTheTrace() {
    inspector =
        (path, options) -> {
          throw new IOException("disk full");
        };

    assertEquals(1, run("inspect", "x"));
    assertEquals("recycle: disk full", err.toString().strip());

    assertEquals(1, run("inspect", "--debug", "x"));
    assertTrue(err.toString().contains("\tat org.recyclegan"), err.toString());
  }

  @Test
  void errorsOfTheMachineAreFailuresToo() {
    inspector =
        (path, options) -> {
          throw new OutOfMemoryError("Java heap space");
        };

    assertEquals(1, run("inspect", "x"));

    assertTrue(err.toString().contains("RECYCLE_JAVA_OPTS"), err.toString());
  }
}
