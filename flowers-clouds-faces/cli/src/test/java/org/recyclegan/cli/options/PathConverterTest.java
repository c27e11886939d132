package org.recyclegan.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;
import picocli.CommandLine.TypeConversionException;

class PathConverterTest {

  private final Path folder;

  PathConverterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A name as Latin-1 has it, and as Java shows it: the byte is no UTF-8. */
  private Path latin(String name) {
    return Path.of(URI.create(folder.toUri() + name.replace("?", "%E9")));
  }

  private String shown(String name) {
    return folder + "/" + name.replace("?", "\uFFFD");
  }

  @Test
  void aNameWithAByteThatIsNoUtf8IsFoundAndRead() throws IOException {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "needs a UTF-8 locale");
    Path plain = folder.resolve("plain.mkv");
    VideoInfo info = VideoInfo.constantRate(16, 16, FrameRate.of(25));
    try (VideoWriter writer = VideoWriter.create(plain, info, WriteOptions.defaults())) {
      writer.write(new Frame(16, 16, new byte[3 * 16 * 16], 0));
      writer.commit();
    }
    Files.createDirectory(latin("d?"));
    Files.move(plain, latin("d?/caf?.mkv"));
    Path found = new PathConverter().convert(shown("d?/caf?.mkv"));
    assertTrue(Files.exists(found));
    assertEquals(16, VideoReader.describe(found).delivered().width());
  }

  @Test
  void whatCannotBeFoundIsExplained() {
    TypeConversionException e =
        assertThrows(
            TypeConversionException.class, () -> new PathConverter().convert(shown("no?.mkv")));
    assertTrue(String.valueOf(e.getMessage()).contains("UTF-8"), e::getMessage);
  }

  @Test
  void everyOtherNameStaysAsItIs() {
    assertEquals(Path.of("a b", "ä.mkv"), new PathConverter().convert("a b/ä.mkv"));
  }
}
