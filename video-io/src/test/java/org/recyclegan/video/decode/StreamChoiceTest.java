package org.recyclegan.video.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.VideoDescription;

/** Files with several streams, of which one is the video or none. */
class StreamChoiceTest {

  private final Path folder;

  StreamChoiceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0x0000AA", "0, 1, 0x00BB00"})
  void defaultStreamOfSeveralIsRead(int first, int second, String colour) throws IOException {
    Path other = Inputs.plain(16, 16, 0x00BB00, 0x00BB00).write(folder.resolve("other.mkv"));
    Path both =
        Inputs.plain(16, 16, 0x0000AA, 0x0000AA).stream(
                stream -> stream.disposition(first * AV_DISPOSITION_DEFAULT))
            .besides(other, second * AV_DISPOSITION_DEFAULT)
            .write(folder.resolve("both.mkv"));
    for (Frame frame : Inputs.readAll(both)) {
      assertEquals(Integer.decode(colour), Inputs.pixel(frame, 3, 3));
    }
    VideoDescription description = VideoReader.describe(both);
    assertEquals(2, description.streams().size());
    assertEquals(second, description.chosenStream());
    assertTrue(description.chosenBecause().contains("[0, 1]"), description::chosenBecause);
  }

  /** MPEG-1 layer III frames of silence behind an ID3v2.3 tag with a picture. */
  @Test
  void coverOfASongIsNoVideo() throws IOException {
    byte[] cover = Files.readAllBytes(Inputs.png(folder.resolve("cover.png"), 20, 20, -1));
    byte[] head = "\0image/png\0\3\0".getBytes(ISO_8859_1);
    int picture = head.length + cover.length;
    int tag = picture + 10;
    int frames = 20;
    int frameBytes = 417;
    ByteBuffer song = ByteBuffer.allocate(10 + tag + frames * frameBytes);
    song.put("ID3\3\0\0".getBytes(ISO_8859_1));
    for (int shift = 21; shift >= 0; shift -= 7) {
      song.put((byte) (tag >> shift & 127));
    }
    song.put("APIC".getBytes(ISO_8859_1)).putInt(picture).putShort((short) 0);
    song.put(head).put(cover);
    for (int i = 0; i < frames; i++) {
      // 128 kbit/s, 44.1 kHz, stereo, without a checksum.
      song.put(10 + tag + i * frameBytes, new byte[] {-1, (byte) 0xFB, (byte) 0x90, 0});
    }
    Path file = Files.write(folder.resolve("song.mp3"), song.array());
    InputException e = assertThrows(InputException.class, () -> VideoReader.open(file));
    assertTrue(String.valueOf(e.getMessage()).contains("only sound"), e::getMessage);
  }
}
