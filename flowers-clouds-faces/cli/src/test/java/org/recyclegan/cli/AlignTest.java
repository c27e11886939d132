package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.recycle.run.OutputProvenance;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** Playing one video at the pace of another, through the command line. */
class AlignTest {

  private static final int FRAMES = 30;

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final Console console = new Console();

  @BeforeAll
  static void draw() {
    Console first = new Console();
    int code =
        first.run(
            "draw",
            "flowers",
            "--size",
            "48",
            "--frames",
            "" + FRAMES,
            "--clips",
            "2",
            "--out",
            "" + shared.resolve("clips"));
    assertEquals(ExitCode.OK, code, first.told());
  }

  private static Path clip(String name) {
    return shared.resolve("clips").resolve(name + ".mp4");
  }

  private int align(Path output, String... more) {
    String[] args = {
      "align",
      "" + clip("test-a-000"),
      "--frames-from",
      "" + clip("b-000"),
      "" + clip("b-001"),
      "-o",
      "" + output
    };
    return console.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
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

  private long left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /** A folder of PNG pictures, so that every pixel can be held against the video it is from. */
  @Test
  void theTableSaysWhichFrameIsShown() throws IOException {
    Path output = folder.resolve("aligned");
    Path table = folder.resolve("shown.csv");
    assertEquals(ExitCode.OK, align(output, "--table", "" + table), console.told());
    List<String> lines = Files.readAllLines(table);
    assertEquals("frame,video,shown", lines.get(0));
    assertEquals(FRAMES + 1, lines.size());
    List<Frame> shown = frames(output);
    assertEquals(FRAMES, shown.size());
    List<List<Frame>> targets = List.of(frames(clip("b-000")), frames(clip("b-001")));
    for (int t = 0; t < FRAMES; t++) {
      String[] cells = lines.get(t + 1).split(",", -1);
      assertEquals(t, Integer.parseInt(cells[0]));
      List<Frame> target = targets.get(cells[1].equals("\"b-001.mp4\"") ? 1 : 0);
      assertArrayEquals(
          target.get(Integer.parseInt(cells[2])).rgb(), shown.get(t).rgb(), "frame " + t);
    }
  }

  @Test
  void aVideoSaysThatItIsSyntheticAndHow() throws IOException {
    Path output = folder.resolve("aligned.mp4");
    assertEquals(ExitCode.OK, align(output, "--side-by-side"), console.told());
    assertEquals(OutputProvenance.State.MATCH, OutputProvenance.verify(output));
    String provenance = Files.readString(OutputProvenance.beside(output));
    assertTrue(provenance.contains("\"retime\""), provenance);
    assertTrue(provenance.contains("b-001.mp4 sha256 "), provenance);
    assertEquals(2 * 48, frames(output).get(0).width());
    assertTrue(console.out().contains("aligned.mp4"), console.out());
  }

  @Test
  void aMonotonePathNeverGoesBack() throws IOException {
    Path output = folder.resolve("aligned.mkv");
    assertEquals(ExitCode.OK, align(output, "--path", "monotone", "--table", "-"), console.told());
    int before = -1;
    for (String line : console.out().lines().skip(1).toList()) {
      int shown = Integer.parseInt(line.substring(line.lastIndexOf(',') + 1));
      assertTrue(shown >= before, console.out());
      before = shown;
    }
  }

  @Test
  void anOutputThatExistsIsKept() throws IOException {
    Path output = folder.resolve("aligned.mp4");
    Files.writeString(output, "kept");
    assertEquals(ExitCode.USAGE, align(output));
    assertEquals("kept", Files.readString(output));
    assertTrue(console.err().contains("--force"), console.err());
    assertEquals(ExitCode.OK, align(output, "--force"), console.told());
    assertEquals(FRAMES, frames(output).size());
  }

  @Test
  void anInputIsNeverTheOutput() throws IOException {
    long size = Files.size(clip("b-001"));
    assertEquals(ExitCode.USAGE, align(clip("b-001"), "--force"));
    assertEquals(size, Files.size(clip("b-001")));
  }

  @Test
  void whatIsStoppedLeavesNothing() throws IOException {
    console.stopWhen(() -> true);
    assertEquals(ExitCode.INTERRUPTED, align(folder.resolve("aligned.mp4")));
    assertEquals(0, left());
  }

  @Test
  void aMissingTargetIsNamed() throws IOException {
    Path missing = folder.resolve("missing.mp4");
    int code =
        console.run(
            "align",
            "" + clip("test-a-000"),
            "--frames-from",
            "" + missing,
            "-o",
            "" + folder.resolve("x.mp4"));
    assertEquals(ExitCode.USAGE, code, console.told());
    assertTrue(console.err().contains("missing.mp4"), console.err());
    assertFalse(console.err().contains("\tat "), console.err());
    assertEquals(0, left());
  }
}
