package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/** What happens to a command when the world changes under it. */
class FaultsTest {

  private static final int FRAMES = 12;

  /** Drawn and trained once: no test changes it. */
  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private BooleanSupplier stop = () -> false;

  @BeforeAll
  static void drawAndTrain() {
    FaultsTest first = new FaultsTest();
    String draw = "draw flowers --out @clips --size 32 --frames " + FRAMES + " --clips 1";
    assertEquals(ExitCode.OK, first.run(draw), first.told());
    String train =
        "train --a @clips/a-000.mp4 --b @clips/b-000.mp4 --out @run --size 32 --steps 1"
            + " --device cpu";
    assertEquals(ExitCode.OK, first.run(train), first.told());
  }

  /** The arguments with {@code @} for the shared folder and {@code #} for this test's. */
  private int run(String command) {
    String[] args = command.replace("@", shared + "/").replace("#", folder + "/").split(" ");
    return Main.run(
        args,
        new Invocation(
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            () -> stop.getAsBoolean(),
            List.of(args)));
  }

  private String told() {
    return out + "\n" + err;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Removes a file when the command asks for the so-manieth time whether it is to stop. */
  private void remove(Path file, int question) {
    AtomicInteger asked = new AtomicInteger();
    stop =
        () -> {
          if (asked.incrementAndGet() == question) {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
          return false;
        };
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsNamed() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assumeTrue(locked.toFile().setWritable(false), "rights cannot be taken away here");
    assumeFalse(Files.isWritable(locked), "the superuser may write everywhere");
    for (String command :
        List.of(
            "retarget @run @clips/a-000.mp4 -o #locked/x.mkv",
            "retarget @run @clips/a-000.mp4 --out-dir #locked/many",
            "train --a @clips/a-000.mp4 --b @clips/b-000.mp4 --out #locked/run --steps 1",
            "draw flowers --out #locked/clips --size 32 --frames 3",
            "evaluate @clips/a-000.mp4 --source @clips/a-000.mp4 --json #locked/x.json",
            "export @run -o #locked/x.onnx")) {
      err.getBuffer().setLength(0);
      assertEquals(ExitCode.FAILURE, run(command), command + told());
      assertTrue(err.toString().contains("locked"), command + told());
      assertTrue(err.toString().contains("permission denied"), command + told());
    }
    assertTrue(locked.toFile().setWritable(true));
    assertEquals(List.of(), names(locked));
  }

  @Test
  void aPictureThatVanishesIsLeftOutAndNamed() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    // More than are read ahead of the first that is translated.
    for (int i = 10; i < 70; i++) {
      BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i % 32, i % 32, 0xFFFFFF);
      ImageIO.write(image, "png", pictures.resolve(i + ".png").toFile());
    }
    remove(pictures.resolve("69.png"), 1);
    assertEquals(ExitCode.OK, run("retarget @run #pictures -o #x.mkv --finish none"), told());
    assertTrue(err.toString().contains("69.png"), told());
    assertEquals(
        List.of("pictures", "x.mkv", "x.mkv.finish.json", "x.mkv.provenance.json"), names(folder));
  }

  /** Where an open file stays when its name goes, as on Linux and macOS. */
  @Test
  void aVideoThatVanishesIsReadToItsEnd() throws IOException {
    Path video = folder.resolve("clip.mp4");
    Files.copy(shared.resolve("clips/a-000.mp4"), video, StandardCopyOption.COPY_ATTRIBUTES);
    remove(video, 3);
    assertEquals(ExitCode.OK, run("retarget @run #clip.mp4 -o #x.mkv --finish none"), told());
    assertFalse(Files.exists(video));
    try (FrameSource frames = VideoReader.open(folder.resolve("x.mkv"))) {
      int count = 0;
      while (frames.next() != null) {
        count++;
      }
      assertEquals(FRAMES, count);
    }
    assertEquals(List.of("x.mkv", "x.mkv.finish.json", "x.mkv.provenance.json"), names(folder));
    assertTrue(
        Files.readString(folder.resolve("x.mkv.provenance.json")).contains("clip.mp4"), told());
  }

  @Test
  void aVideoThatVanishesBeforeItsTurnIsOneFailedFile() throws IOException {
    Path video = folder.resolve("second.mp4");
    Files.copy(shared.resolve("clips/a-000.mp4"), video);
    remove(video, 3);
    assertEquals(
        ExitCode.FAILURE,
        run("retarget @run @clips/a-000.mp4 #second.mp4 @clips/test-a-000.mp4 --out-dir #many"),
        told());
    assertTrue(err.toString().contains("1 of 3"), told());
    assertTrue(err.toString().contains("second.mp4"), told());
    assertTrue(Files.exists(folder.resolve("many/test-a-000.mp4")), told());
  }
}
