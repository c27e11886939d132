package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** Finishes through the command line, on a drawn world in small. */
class FinishTest {

  private static final int FRAMES = 20;
  private static final int SIZE = 48;

  /** Drawn and trained once. */
  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final Console console = new Console();

  @BeforeAll
  static void drawAndTrain() {
    FinishTest first = new FinishTest();
    first.done(
        "draw flowers --size 48 --frames " + FRAMES + " --clips 2 --out", shared.resolve("clips"));
    first.train(shared.resolve("run"), clip("b-000"), clip("b-001"));
  }

  private static Path clip(String name) {
    return shared.resolve("clips").resolve(name + ".mp4");
  }

  private void train(Path run, Path... b) {
    List<String> args = new ArrayList<>(List.of("train", "--a", "" + clip("a-000"), "--b"));
    for (Path video : b) {
      args.add("" + video);
    }
    args.addAll(List.of("--out", "" + run, "--size", "32", "--steps", "3", "--device", "cpu"));
    assertEquals(ExitCode.OK, console.run(args.toArray(String[]::new)), console.told());
  }

  private void done(String command, Path last) {
    String[] args = (command + " " + "@").split(" ");
    args[args.length - 1] = last.toString();
    assertEquals(ExitCode.OK, console.run(args), console.told());
  }

  private int retarget(Path run, Path output, String... more) {
    String[] args = {
      "retarget", "" + run, "" + clip("test-a-000"), "-o", "" + output, "--device", "cpu"
    };
    return console.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  private int retarget(Path output, String... more) {
    return retarget(shared.resolve("run"), output, more);
  }

  private static List<Frame> frames(Path video) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (FrameSource source = VideoReader.open(video)) {
      @Nullable Frame frame = source.next();
      while (frame != null) {
        frames.add(frame);
        frame = source.next();
      }
    }
    return frames;
  }

  private static JsonNode report(Path output) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(output.resolveSibling(output.getFileName() + ".finish.json")));
  }

  @Test
  void realFramesAreTheTargetsOwn() throws IOException {
    Path output = folder.resolve("real.mkv");
    assertEquals(ExitCode.OK, retarget(output, "--finish", "real"), console.told());
    List<Frame> shown = frames(output);
    List<Frame> source = frames(clip("test-a-000"));
    JsonNode report = report(output);
    assertEquals("real", report.path("finish").asText());
    assertEquals(FRAMES, report.path("frames").size());
    assertEquals(FRAMES, shown.size());
    for (int t = 0; t < FRAMES; t++) {
      JsonNode entry = report.path("frames").get(t);
      String video = entry.path("video").asText().replace(".mp4", "");
      assertArrayEquals(
          frames(clip(video)).get(entry.path("frame").asInt()).rgb(), shown.get(t).rgb());
      long apart = 1000 * source.get(t).pts() / 12800 - shown.get(t).pts();
      assertTrue(Math.abs(apart) <= 1, "its time");
      double confidence = entry.path("confidence").asDouble(-1);
      assertTrue(confidence >= 0 && confidence <= 1);
    }
    String provenance = Files.readString(output.resolveSibling("real.mkv.provenance.json"));
    assertTrue(provenance.contains("\"finish\" : \"real\""), provenance);
    assertTrue(provenance.contains("b-001.mp4 sha256"), provenance);
  }

  @Test
  void theSecondTimeTheTargetIsNotGoneThroughAgain() throws IOException {
    Path index = shared.resolve("run/finish");
    assertEquals(
        ExitCode.OK, retarget(folder.resolve("1.mkv"), "--finish", "real"), console.told());
    List<Object> times = new ArrayList<>();
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        times.add(Files.getLastModifiedTime(file));
      }
    }
    assertEquals(
        ExitCode.OK, retarget(folder.resolve("2.mkv"), "--finish", "real"), console.told());
    assertFalse(console.err().contains("target's frame"), console.err());
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        assertTrue(times.contains(Files.getLastModifiedTime(file)));
      }
    }
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("1.mkv")), Files.readAllBytes(folder.resolve("2.mkv")));
  }

  @Test
  void autoTakesWhatMeasuresBest() throws IOException {
    Path output = folder.resolve("auto.mkv");
    assertEquals(ExitCode.OK, retarget(output), console.told());
    JsonNode measured = report(output).path("measured_on_held_out_frames");
    String best = "";
    double most = Double.NEGATIVE_INFINITY;
    for (String finish : List.of("real", "guide", "none")) {
      double ssim = measured.path(finish).path("ssim").asDouble(-1);
      assertTrue(ssim > -1, finish + " was measured");
      if (ssim > most) {
        most = ssim;
        best = finish;
      }
    }
    assertEquals(best, report(output).path("finish").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"guide", "none"})
  void paintedFramesHaveTheSourcesSize(String finish) throws IOException {
    Path output = folder.resolve("painted.mkv");
    assertEquals(ExitCode.OK, retarget(output, "--finish", finish), console.told());
    assertEquals(FRAMES, frames(output).size());
    assertEquals(SIZE, frames(output).get(0).width());
    assertEquals(finish, report(output).path("finish").asText());
  }

  @Test
  void framesOfOtherVideosAreFitted() throws IOException {
    Path other = folder.resolve("other");
    done("draw flowers --seed 4 --size 64 --frames 12 --clips 1 --out", other);
    Path output = folder.resolve("x.mkv");
    String[] more = {"--finish", "real", "--frames-from", "" + other.resolve("b-000.mp4")};
    assertEquals(ExitCode.OK, retarget(output, more), console.told());
    assertEquals(64, frames(output).get(0).width(), "the target's size");
    String[] fitted =
        Stream.concat(Stream.of(more), Stream.of("--fit", "source", "--force"))
            .toArray(String[]::new);
    assertEquals(ExitCode.OK, retarget(output, fitted), console.told());
    assertEquals(SIZE, frames(output).get(0).width());
    String[] both =
        Stream.concat(Stream.of(more), Stream.of("--side-by-side", "--force"))
            .toArray(String[]::new);
    assertEquals(ExitCode.OK, retarget(output, both), console.told());
    assertEquals(2 * 64, frames(output).get(0).width());
  }

  @Test
  void aMonotonePathNeverGoesBack() throws IOException {
    Path output = folder.resolve("x.mkv");
    assertEquals(
        ExitCode.OK, retarget(output, "--finish", "real", "--path", "monotone"), console.told());
    assertEquals("monotone", report(output).path("path").asText());
    JsonNode frames = report(output).path("frames");
    for (int t = 1; t < frames.size(); t++) {
      assertEquals(frames.get(0).path("video"), frames.get(t).path("video"));
      assertTrue(frames.get(t).path("frame").asInt() >= frames.get(t - 1).path("frame").asInt());
    }
  }

  @Test
  void aTargetThatMovedIsFoundAndOneThatIsLostIsNamed() throws IOException {
    Path target = Files.copy(clip("b-000"), folder.resolve("target.mp4"));
    Path run = folder.resolve("run");
    train(run, target);
    Path renamed = Files.move(target, folder.resolve("renamed.mp4"));
    Path output = folder.resolve("x.mkv");
    assertEquals(ExitCode.OK, retarget(run, output, "--finish", "real"), console.told());
    assertEquals("renamed.mp4", report(output).path("frames").get(0).path("video").asText());
    Files.delete(renamed);
    Path none = folder.resolve("none.mkv");
    assertEquals(ExitCode.USAGE, retarget(run, none, "--finish", "real"), console.told());
    assertTrue(console.err().contains("--frames-from"), console.err());
    assertFalse(Files.exists(none));
    assertEquals(ExitCode.OK, retarget(run, none), console.told());
    assertEquals("none", report(none).path("finish").asText());
    assertTrue(console.err().contains("--frames-from"), console.err());
  }

  @Test
  void onePictureIsNothingToChooseFrom() throws IOException {
    Path other = folder.resolve("other");
    done("draw flowers --size 48 --frames 3 --clips 1 --out", other);
    Path picture = Files.createDirectory(folder.resolve("pictures"));
    Path output = folder.resolve("x.mkv");
    assertEquals(
        ExitCode.OK,
        retarget(shared.resolve("run"), folder.resolve("many"), "--finish", "none"),
        console.told());
    try (Stream<Path> pictures = Files.list(folder.resolve("many"))) {
      Path first = pictures.filter(file -> file.toString().endsWith(".png")).findFirst().get();
      Files.copy(first, picture.resolve("1.png"));
    }
    assertEquals(
        ExitCode.USAGE,
        retarget(output, "--finish", "real", "--frames-from", picture.toString()),
        console.told());
    assertTrue(console.err().contains("2 frames"), console.err());
    assertFalse(Files.exists(output));
  }

  @Test
  void stoppedAtAnyTimeItLeavesNothing() throws IOException {
    for (int after = 0; after < 40; after += 5) {
      int asking = after;
      AtomicInteger asked = new AtomicInteger();
      console.stopWhen(() -> asked.incrementAndGet() > asking);
      Path output = folder.resolve("x.mkv");
      assertEquals(ExitCode.INTERRUPTED, retarget(output), "after " + after);
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(List.of(), left.toList());
      }
    }
  }
}
