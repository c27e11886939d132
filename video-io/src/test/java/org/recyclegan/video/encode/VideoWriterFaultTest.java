package org.recyclegan.video.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.files.TemporaryName;
import org.recyclegan.video.Clips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.DecodedFile;

class VideoWriterFaultTest {

  private static final VideoInfo LIKE = VideoInfo.constantRate(32, 32, FrameRate.of(10));
  private static final WriteOptions DEFAULTS = WriteOptions.defaults();
  private static final WriteOptions FORCE = DEFAULTS.withOverwrite(true);

  private final Path folder;

  VideoWriterFaultTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.avi", "out.png", "out.txt", "a.b.mp5"})
  void unknownExtensionNamesThoseKnown(String name) {
    InputException e =
        assertThrows(
            InputException.class, () -> VideoWriter.create(folder.resolve(name), LIKE, DEFAULTS));
    for (String known : List.of(".mp4", ".webm", ".mkv", ".gif", "folder of PNG")) {
      assertTrue(e.toString().contains(known), e::toString);
    }
  }

  @Test
  void extensionIsReadWithoutRegardToCase() throws IOException {
    Path out = folder.resolve("OUT.MKV");
    WrittenVideo.write(out, LIKE, DEFAULTS, Clips.gradients(32, 32, 2));
    assertEquals(2, DecodedFile.read(out).frames().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.mp4", "out"})
  void missingFolderIsRefused(String name) {
    Path out = folder.resolve("missing").resolve(name);
    InputException e =
        assertThrows(InputException.class, () -> VideoWriter.create(out, LIKE, DEFAULTS));
    assertTrue(e.toString().contains("found nothing at " + out.getParent()), e::toString);
    assertFalse(Files.exists(out.getParent()));
  }

  @Test
  void folderInTheWayOfAFileIsRefusedEvenByForce() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out.mp4"));
    assertThrows(InputException.class, () -> VideoWriter.create(out, LIKE, FORCE));
  }

  @Test
  void fileInTheWayOfAFolderIsRefusedEvenByForce() throws IOException {
    Path out = Files.writeString(folder.resolve("out"), "mine");
    assertThrows(InputException.class, () -> VideoWriter.create(out, LIKE, FORCE));
    assertEquals("mine", Files.readString(out));
  }

  @Test
  void emptyFolderIsFilled() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    WrittenVideo.write(out, LIKE, DEFAULTS, Clips.gradients(32, 32, 2));
    assertEquals(2, WrittenVideo.frames(out).size());
    assertEquals(List.of(out), children());
  }

  @Test
  void folderWithAPersonsFilesIsNeverReplaced() throws IOException {
    Path out = folder.resolve("out");
    WrittenVideo.write(out, LIKE, DEFAULTS, Clips.gradients(32, 32, 2));
    Path mine = Files.writeString(out.resolve("notes.txt"), "mine");
    InputException e =
        assertThrows(InputException.class, () -> VideoWriter.create(out, LIKE, FORCE));
    assertTrue(e.toString().contains("notes.txt"), e::toString);
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void outputThatAppearsMeanwhileIsNotReplaced() throws IOException {
    Path out = folder.resolve("out.mp4");
    try (VideoWriter writer = VideoWriter.create(out, LIKE, DEFAULTS)) {
      writer.write(Clips.gradient(32, 32, 0, 0));
      Files.writeString(out, "somebody else's");
      assertThrows(InputException.class, writer::commit);
    }
    assertEquals("somebody else's", Files.readString(out));
    assertEquals(List.of(out), children());
  }

  /** The nearest to a failing disk that a test can make without special rights. */
  @Test
  void failureWhileWritingNamesTheOutputAndLeavesNothing() throws IOException {
    Path out = folder.resolve("out");
    try (VideoWriter writer = VideoWriter.create(out, LIKE, DEFAULTS.withThreads(1))) {
      Path temporary = children().get(0);
      Files.delete(temporary.resolve("timestamps.csv"));
      Files.delete(temporary);
      IOException e =
          assertThrows(
              IOException.class,
              () -> {
                for (Frame frame : Clips.gradients(32, 32, 5)) {
                  writer.write(frame);
                }
                writer.commit();
              });
      assertTrue(e.toString().contains(out.toString()), e::toString);
    }
    assertEquals(List.of(), children());
  }

  @Test
  void whatAKilledProcessLeftOfThisOutputIsClearedAway() throws IOException {
    Path out = folder.resolve("out.mkv");
    Path pictures = folder.resolve("pictures");
    Files.createFile(TemporaryName.of(out, 1, Instant.EPOCH));
    Path left = Files.createDirectory(TemporaryName.of(pictures, 1, Instant.EPOCH));
    Files.createFile(left.resolve("frame-000000.png"));
    Path ofAnother = Files.createFile(TemporaryName.of(folder.resolve("b.mkv"), 1, Instant.EPOCH));
    Path beingWritten = Files.createFile(TemporaryName.beside(out));
    WrittenVideo.write(out, LIKE, DEFAULTS, Clips.gradients(32, 32, 2));
    WrittenVideo.write(pictures, LIKE, DEFAULTS, Clips.gradients(32, 32, 2));
    assertEquals(
        Set.of(out, pictures, ofAnother, beingWritten), Set.copyOf(children()), "what is there");
  }

  @Test
  void anInputIsRefusedAsOutputUnderAnyName() throws IOException {
    Path input = Files.writeString(folder.resolve("a.mp4"), "precious");
    Path link = Files.createSymbolicLink(folder.resolve("b.mp4"), input);
    Path other = Files.createFile(folder.resolve("c.mp4"));
    List<Path> inputs = List.of(folder.resolve("missing.mp4"), other, input);
    VideoWriter.requireNotAnInput(folder.resolve("new.mp4"), inputs);
    for (Path out : List.of(input, link, folder.resolve(".").resolve("a.mp4"))) {
      InputException e =
          assertThrows(InputException.class, () -> VideoWriter.requireNotAnInput(out, inputs));
      assertTrue(e.toString().contains(out + ": "), e::toString);
    }
  }

  @Test
  void nameWithAColonIsNoProtocol() throws IOException {
    Path out = folder.resolve("http:-bloom.mp4");
    WrittenVideo.write(out, LIKE, DEFAULTS, Clips.gradients(32, 32, 2));
    assertEquals(2, DecodedFile.read(out).frames().size());
  }

  @Test
  void committedWriterTakesNoMore() throws IOException {
    Path out = folder.resolve("out.mkv");
    try (VideoWriter writer = VideoWriter.create(out, LIKE, DEFAULTS)) {
      writer.write(Clips.gradient(32, 32, 0, 0));
      writer.commit();
      Frame late = Clips.gradient(32, 32, 1, 1);
      assertThrows(IllegalStateException.class, () -> writer.write(late));
      assertThrows(IllegalStateException.class, writer::commit);
    }
    assertEquals(1, DecodedFile.read(out).frames().size());
  }

  @Test
  void optionsOutOfRangeAreRejected() {
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withH264Quantizer(52));
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withVp9Crf(-1));
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withThreads(0));
  }

  @Test
  void lowerQualityIsSmaller() throws IOException {
    VideoInfo like = VideoInfo.constantRate(128, 96, FrameRate.of(10));
    for (String name : List.of("out.mp4", "out.webm")) {
      Path good = folder.resolve("good-" + name);
      Path poor = folder.resolve("poor-" + name);
      List<Frame> frames = List.of(Clips.chart(128, 96, 0), Clips.gradient(128, 96, 1, 1));
      WrittenVideo.write(good, like, DEFAULTS, frames);
      WrittenVideo.write(poor, like, DEFAULTS.withH264Quantizer(45).withVp9Crf(60), frames);
      assertTrue(Files.size(poor) < Files.size(good), name);
    }
  }

  private List<Path> children() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.toList();
    }
  }
}
