package org.recyclegan.video.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/** Pictures of several streams: one of them must not be taken for the whole without a word. */
class AvifTest {

  private final Path folder;

  AvifTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] u32(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** ISO/IEC 14496-12, 4.2: length, type, contents. */
  private static byte[] box(String type, byte[]... contents) {
    byte[] all = join(contents);
    return join(u32(8 + all.length), ascii(type), all);
  }

  /** One with version and flags before its contents. */
  private static byte[] full(String type, int version, byte[]... contents) {
    return box(type, bytes(version, 0, 0, 0), join(contents));
  }

  private static byte[] item(int id, String type) {
    return full("infe", 2, bytes(0, id, 0, 0), ascii(type), bytes(0));
  }

  private static byte[] place(int id, int method, int offset, int length) {
    return join(bytes(0, id, 0, method, 0, 0, 0, 1), u32(offset), u32(length));
  }

  /** ISO/IEC 23008-12: item 1 is a grid of one row and two columns, items 2 and 3 its tiles. */
  private static byte[] grid(int tile) {
    byte[] layout = bytes(0, 0, 0, 1, 0, 2 * tile, 0, tile);
    byte[] coded = bytes(0x0a, 0x06, 0x18, 0x15, 0x7f, 0xfd, 0xb0, 0x08);
    byte[] sides = full("ispe", 0, u32(2 * tile), u32(tile));
    byte[] sidesOfTile = full("ispe", 0, u32(tile), u32(tile));
    byte[] properties =
        box(
            "iprp",
            box("ipco", sides, sidesOfTile, box("av1C", bytes(0x81, 0, 0x0c, 0))),
            full(
                "ipma",
                0,
                u32(3),
                bytes(0, 1, 1, 1),
                bytes(0, 2, 2, 2, 0x83),
                bytes(0, 3, 2, 2, 0x83)));
    byte[] type = box("ftyp", ascii("avif"), u32(0), ascii("avifmif1"));
    byte[] meta = new byte[0];
    // The offsets count from the file's beginning, so the length of what is before comes first.
    for (int pass = 0; pass < 2; pass++) {
      int data = type.length + meta.length + 8;
      meta =
          full(
              "meta",
              0,
              full("hdlr", 0, u32(0), ascii("pict"), new byte[13]),
              full("pitm", 0, bytes(0, 1)),
              full(
                  "iloc",
                  1,
                  bytes(0x44, 0, 0, 3),
                  place(1, 0, data, layout.length),
                  place(2, 0, data + layout.length, coded.length),
                  place(3, 0, data + layout.length + coded.length, coded.length)),
              full("iinf", 0, bytes(0, 3), item(1, "grid"), item(2, "av01"), item(3, "av01")),
              full("iref", 0, box("dimg", bytes(0, 1, 0, 2, 0, 2, 0, 3))),
              properties);
    }
    return join(type, meta, box("mdat", layout, coded, coded));
  }

  /** Each tile is a stream, and the best of them would be read as if it were the picture. */
  @Test
  void aPictureOfTilesIsRefusedWithItsSize() throws IOException {
    Path file = Files.write(folder.resolve("phone.avif"), grid(64));
    for (InputException e :
        List.of(
            assertThrows(InputException.class, () -> VideoReader.open(file)),
            assertThrows(InputException.class, () -> VideoReader.describe(file)))) {
      String message = String.valueOf(e.getMessage());
      assertTrue(message.contains("phone.avif"), message);
      assertTrue(message.contains("2 tiles"), message);
      assertTrue(message.contains("128x64"), message);
    }
  }

  private static TestVideo av1(int format, int side) {
    return new TestVideo(
            "libaom-av1", format, side, side, (frame, plane, x, y) -> plane == 0 ? 100 : 128)
        .codec(codec -> codec.gop_size(1))
        .frames(1);
  }

  private List<String> warnings(int side, int otherFormat, int otherSide) throws IOException {
    Path other = av1(otherFormat, otherSide).write(folder.resolve("other.mkv"));
    Path both = av1(AV_PIX_FMT_YUV420P, side).besides(other, 0).write(folder.resolve("both.mkv"));
    try (FrameSource source = VideoReader.open(both)) {
      assertEquals(1, Inputs.readAll(source).size());
      return source.warnings();
    }
  }

  private static boolean anySays(List<String> sentences, String word) {
    return sentences.stream().anyMatch(sentence -> sentence.contains(word));
  }

  /** AVIF keeps it so; the muxer matters as little as the name. */
  @Test
  void transparencyInAStreamOfItsOwnIsSaid() throws IOException {
    Ffmpeg.load();
    assumeTrue(avcodec_find_encoder_by_name("libaom-av1") != null, "needs an encoder of AV1");
    List<String> said = warnings(64, AV_PIX_FMT_GRAY8, 64);
    assertTrue(anySays(said, "transparency"), said::toString);
    assertTrue(said.stream().noneMatch(sentence -> sentence.contains("2 videos")), said::toString);
  }

  /** One in colour, or of another size, is a video and no transparency. */
  @Test
  void aSecondVideoIsNoTransparency() throws IOException {
    Ffmpeg.load();
    assumeTrue(avcodec_find_encoder_by_name("libaom-av1") != null, "needs an encoder of AV1");
    for (List<String> said :
        List.of(warnings(64, AV_PIX_FMT_YUV420P, 64), warnings(64, AV_PIX_FMT_GRAY8, 32))) {
      assertTrue(anySays(said, "2 videos"), said::toString);
      assertTrue(said.stream().noneMatch(text -> text.contains("transparency")), said::toString);
    }
  }
}
