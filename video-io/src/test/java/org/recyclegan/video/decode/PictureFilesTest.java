package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Clips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.WrittenVideo;

/** Pictures that are cut short, that are to be turned, and that are not what they seem. */
class PictureFilesTest {

  private static final int WIDTH = 6;
  private static final int HEIGHT = 4;

  /** Row and column of the stored picture's corner (0, 0), once the picture is upright. */
  private static final int[][] CORNER = {
    {0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}, {0, 1}, {1, 1}, {1, 0}
  };

  private final Path folder;

  PictureFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static BufferedImage marked() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xFF0000);
    // Beside the corner along the stored row.
    image.setRGB(1, 0, 0x00FF00);
    return image;
  }

  /** A TIFF file of uncompressed pixels, by hand. */
  private Path tiff(int orientation) throws IOException {
    BufferedImage image = marked();
    int pixels = 3 * WIDTH * HEIGHT;
    int[][] tags = {
      {256, 3, 1, WIDTH},
      {257, 3, 1, HEIGHT},
      {258, 3, 1, 8},
      {259, 3, 1, 1},
      {262, 3, 1, 2},
      {273, 4, 1, 8},
      {274, 3, 1, orientation},
      {277, 3, 1, 3},
      {278, 3, 1, HEIGHT},
      {279, 4, 1, pixels}
    };
    ByteBuffer file =
        ByteBuffer.allocate(8 + pixels + 2 + 12 * tags.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8 + pixels);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int rgb = image.getRGB(i % WIDTH, Math.floorDiv(i, WIDTH));
      file.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
    }
    file.putShort((short) tags.length);
    for (int[] tag : tags) {
      file.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]).putInt(tag[3]);
    }
    return Files.write(folder.resolve("p.tiff"), file.array());
  }

  private static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 274)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  private Path png(int orientation) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(marked(), "png", plain);
    byte[] bytes = plain.toByteArray();
    byte[] exif = exif(orientation);
    CRC32 checksum = new CRC32();
    byte[] type = "eXIf".getBytes(StandardCharsets.US_ASCII);
    checksum.update(type);
    checksum.update(exif);
    int afterHeader = 33;
    ByteBuffer file = ByteBuffer.allocate(bytes.length + 12 + exif.length);
    file.put(bytes, 0, afterHeader).putInt(exif.length).put(type).put(exif);
    file.putInt((int) checksum.getValue()).put(bytes, afterHeader, bytes.length - afterHeader);
    return Files.write(folder.resolve("p.png"), file.array());
  }

  private Path webp(int orientation) throws IOException {
    Path plain =
        new TestVideo(
                "libwebp",
                AV_PIX_FMT_BGRA,
                WIDTH,
                HEIGHT,
                (f, p, x, y) -> marked().getRGB(Math.floorDiv(x, 4), y) >> (8 * (x % 4)))
            .frames(1)
            .codec(
                codec ->
                    assertEquals(
                        0,
                        org.bytedeco.ffmpeg.global.avutil.av_opt_set_int(
                            codec.priv_data(), "lossless", 1, 0)))
            .write(folder.resolve("plain.webp"));
    byte[] bytes = Files.readAllBytes(plain);
    byte[] exif = exif(orientation);
    byte[] picture = Arrays.copyOfRange(bytes, 12, bytes.length);
    ByteBuffer file =
        ByteBuffer.allocate(12 + 18 + picture.length + 8 + exif.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8);
    file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x08);
    file.put(new byte[] {WIDTH - 1, 0, 0, HEIGHT - 1, 0, 0}).put(picture);
    file.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
    return Files.write(folder.resolve("p.webp"), file.array());
  }

  @ParameterizedTest
  @CsvSource({"tiff", "png", "webp"})
  void isTurnedAsItsTagSays(String kind) throws IOException {
    for (int orientation = 1; orientation <= 8; orientation++) {
      Path file =
          switch (kind) {
            case "tiff" -> tiff(orientation);
            case "png" -> png(orientation);
            default -> webp(orientation);
          };
      Frame frame = Inputs.readAll(file).get(0);
      boolean across = orientation >= 5;
      assertEquals(across ? HEIGHT : WIDTH, frame.width(), kind + " " + orientation);
      assertEquals(across ? WIDTH : HEIGHT, frame.height());
      int y = CORNER[orientation - 1][0] * (frame.height() - 1);
      int x = CORNER[orientation - 1][1] * (frame.width() - 1);
      assertEquals(0xFF0000, Inputs.pixel(frame, x, y), kind + " " + orientation);
      int beside = across ? 0 : x == 0 ? 1 : -1;
      int below = across ? y == 0 ? 1 : -1 : 0;
      assertEquals(0x00FF00, Inputs.pixel(frame, x + beside, y + below), kind + " " + orientation);
    }
  }

  private byte[] jpeg() throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, Math.floorDiv(i, 64), i * 2654435);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp", "tiff"})
  void cutShortIsRefusedAloneAndLeftOutOfAFolder(String kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (kind.equals("jpg")) {
      bytes.writeBytes(jpeg());
    } else {
      BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 64 * 64; i++) {
        noise.setRGB(i % 64, Math.floorDiv(i, 64), i * 2654435);
      }
      assertTrue(ImageIO.write(noise, kind, bytes));
    }
    byte[] whole = bytes.toByteArray();
    Files.write(folder.resolve("1." + kind), whole);
    Path half =
        Files.write(folder.resolve("2." + kind), Arrays.copyOf(whole, whole.length * 6 / 10));
    Files.write(folder.resolve("3." + kind), whole);
    InputException alone = assertThrows(InputException.class, () -> VideoReader.open(half));
    assertTrue(String.valueOf(alone.getMessage()).contains("cut short"), alone::getMessage);
    assertThrows(InputException.class, () -> VideoReader.describe(half));
    try (FrameSource source = VideoReader.open(folder)) {
      assertEquals(List.of(0L, 2L), Inputs.times(Inputs.readAll(source)));
      assertTrue(source.warnings().toString().contains("2." + kind), source.warnings()::toString);
    }
  }

  @Test
  void jpegThatLacksNothingButItsEndMarkerIsRead() throws IOException {
    byte[] whole = jpeg();
    Path file = Files.write(folder.resolve("p.jpg"), Arrays.copyOf(whole, whole.length - 2));
    assertEquals(1, Inputs.readAll(file).size());
  }

  @Test
  void jpegWithSomethingBehindItsEndIsRead() throws IOException {
    byte[] whole = jpeg();
    Path file = Files.write(folder.resolve("p.jpg"), Arrays.copyOf(whole, whole.length + 1000));
    assertEquals(1, Inputs.readAll(file).size());
  }

  @Test
  void halfPicturesOfAVideoOfJpegsAreCounted() throws IOException {
    Path whole =
        new TestVideo("mjpeg", AV_PIX_FMT_YUVJ420P, 32, 32, (f, p, x, y) -> (f * 40 + x * y) % 256)
            .frames(3)
            .write(folder.resolve("whole.avi"));
    byte[] bytes = Files.readAllBytes(whole);
    // The end marker of the second picture becomes something else.
    int found = 0;
    for (int i = 0; i + 1 < bytes.length && found < 2; i++) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD9) {
        found++;
        if (found == 2) {
          bytes[i] = 1;
          bytes[i + 1] = 1;
        }
      }
    }
    Path broken = Files.write(folder.resolve("broken.avi"), bytes);
    try (FrameSource source = VideoReader.open(broken)) {
      List<Frame> frames = Inputs.readAll(source);
      assertEquals(List.of(false, true, false), frames.stream().map(Frame::damaged).toList());
      assertTrue(source.warnings().toString().contains("damaged"), source.warnings()::toString);
    }
  }

  @Test
  void gifThatIsCutShortSaysSo() throws IOException {
    Path gif = folder.resolve("a.gif");
    WrittenVideo.write(
        gif,
        VideoInfo.constantRate(32, 32, FrameRate.of(10)),
        WriteOptions.defaults(),
        Clips.gradients(32, 32, 5));
    byte[] whole = Files.readAllBytes(gif);
    Path half = Files.write(folder.resolve("half.gif"), Arrays.copyOf(whole, whole.length - 40));
    try (FrameSource source = VideoReader.open(half)) {
      List<Frame> frames = Inputs.readAll(source);
      assertTrue(frames.get(frames.size() - 1).damaged());
      assertTrue(source.warnings().toString().contains("ends early"), source.warnings()::toString);
    }
    try (FrameSource source = VideoReader.open(gif)) {
      assertEquals(5, Inputs.readAll(source).size());
      assertEquals(List.of(), source.warnings());
    }
  }

  @Test
  void animatedWebpIsCalledThat() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(192);
    file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x02);
    file.put(new byte[] {7, 0, 0, 7, 0, 0}).put("ANIM".getBytes(StandardCharsets.US_ASCII));
    file.putInt(6);
    Path animated = Files.write(folder.resolve("a.webp"), file.array());
    InputException e = assertThrows(InputException.class, () -> VideoReader.open(animated));
    assertTrue(String.valueOf(e.getMessage()).contains("animated WebP"), e::getMessage);
  }

  @Test
  void whatAFolderHoldsBesidePicturesIsSaid() throws IOException {
    Inputs.png(folder.resolve("1.png"), 4, 4, 0xFF000000);
    Inputs.png(folder.resolve("2.png"), 4, 4, 0xFF000000);
    Files.writeString(folder.resolve("a.tga"), "x");
    Files.writeString(folder.resolve("b.tga"), "x");
    Files.writeString(folder.resolve("clip.mp4"), "x");
    Files.createDirectory(folder.resolve("more"));
    try (FrameSource source = VideoReader.open(folder)) {
      String said = source.warnings().toString();
      assertTrue(said.contains("2 .tga"), said);
      assertTrue(said.contains("1 folders"), said);
      assertTrue(said.contains("clip.mp4"), said);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aFolderOfVideosIsNoFolderOfPictures(int pictures) throws IOException {
    Files.writeString(folder.resolve("1.mp4"), "x");
    Files.writeString(folder.resolve("2.MP4"), "x");
    if (pictures > 0) {
      Inputs.png(folder.resolve("folder.png"), 4, 4, 0xFF000000);
    }
    InputException e = assertThrows(InputException.class, () -> VideoReader.open(folder));
    assertTrue(String.valueOf(e.getMessage()).contains("2 videos (1.mp4, 2.MP4)"), e::getMessage);
  }
}
