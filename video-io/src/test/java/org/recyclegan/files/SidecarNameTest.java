package org.recyclegan.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Clips;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.DecodedFile;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;
import org.recyclegan.video.encode.WrittenVideo;

class SidecarNameTest {

  private final Path folder;

  SidecarNameTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shortNamesAreJustPutTogether() {
    Path file = Path.of("a", "b.mkv");
    assertEquals(Path.of("a", ".b.mkv.part"), SidecarName.beside(file, ".", ".part"));
  }

  @Test
  void longNamesAreCutToWhatAFileSystemTakesAndStayDistinct() throws IOException {
    for (String letter : new String[] {"x", "\u00e4", "\u732b", "\ud83d\udc31"}) {
      String name = letter;
      while ((name + letter).getBytes(StandardCharsets.UTF_8).length <= 255) {
        name += letter;
      }
      Path cut = SidecarName.beside(folder.resolve(name), ".", ".provenance.json");
      String last = String.valueOf(cut.getFileName());
      assertTrue(last.getBytes(StandardCharsets.UTF_8).length <= 255, last);
      assertTrue(last.endsWith(".provenance.json"), last);
      assertEquals(last, new String(last.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
      String other = "y" + name.substring(letter.length());
      assertNotEquals(cut, SidecarName.beside(folder.resolve(other), ".", ".provenance.json"));
      String end = name.substring(0, name.length() - letter.length()) + "y";
      assertNotEquals(cut, SidecarName.beside(folder.resolve(end), ".", ".provenance.json"));
    }
  }

  @Test
  void wholeFileOfTheLongestNameIsWritten() throws IOException {
    Path file = folder.resolve("x".repeat(255));
    WholeFile.write(file, new byte[] {1});
    assertTrue(Files.exists(file));
    assertEquals(1, java.util.Objects.requireNonNull(folder.toFile().list()).length);
  }

  @ParameterizedTest
  @ValueSource(strings = {".mkv", ""})
  void outputOfTooLongANameIsRefusedBeforeTheWork(String extension) throws IOException {
    Path out = folder.resolve("x".repeat(254) + extension + (extension.isEmpty() ? "xx" : ""));
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                VideoWriter.create(
                    out,
                    VideoInfo.constantRate(16, 16, FrameRate.of(25)),
                    WriteOptions.defaults()));
    assertTrue(String.valueOf(e.getMessage()).contains("shorter name"), e::getMessage);
    assertEquals(0, java.util.Objects.requireNonNull(folder.toFile().list()).length);
  }

  @Test
  void outputOfTheLongestNameIsWritten() throws IOException {
    Path out = folder.resolve("x".repeat(251) + ".mkv");
    WrittenVideo.write(
        out,
        VideoInfo.constantRate(16, 16, FrameRate.of(25)),
        WriteOptions.defaults(),
        Clips.gradients(16, 16, 2));
    assertEquals(2, DecodedFile.read(out).frames().size());
  }

  @Test
  void standardStreamsAreRefusedInWords() throws IOException {
    VideoInfo like = VideoInfo.constantRate(16, 16, FrameRate.of(25));
    InputException out =
        assertThrows(
            InputException.class,
            () -> VideoWriter.create(Path.of("-"), like, WriteOptions.defaults()));
    assertTrue(String.valueOf(out.getMessage()).contains("standard output"), out::getMessage);
    InputException in =
        assertThrows(InputException.class, () -> VideoReader.requireReadable(Path.of("-")));
    assertTrue(String.valueOf(in.getMessage()).contains("standard input"), in::getMessage);
  }
}
