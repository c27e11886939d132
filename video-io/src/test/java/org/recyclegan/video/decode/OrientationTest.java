package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_FRAME_CROPPING;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.VideoDescription;

class OrientationTest {

  private static final int WIDTH = 5;
  private static final int HEIGHT = 3;
  private static final int ONE = 1 << 16;

  private final Path folder;

  OrientationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1, 0, false",
    "0, 1, -1, 0, 90, false",
    "-1, 0, 0, -1, 180, false",
    "0, -1, 1, 0, 270, false",
    "-1, 0, 0, 1, 0, true",
    "1, 0, 0, -1, 180, true",
    "0, 1, 1, 0, 270, true",
    "0, -1, -1, 0, 90, true"
  })
  void everyPixelGoesWhereTheMatrixSendsIt(
      int a, int b, int c, int d, int degrees, boolean mirrored) throws IOException {
    Path file = turned(a * ONE, b * ONE, c * ONE, d * ONE);
    Frame frame = Inputs.readAll(file).get(0);
    assertEquals(a != 0 ? WIDTH : HEIGHT, frame.width());
    assertEquals(a != 0 ? HEIGHT : WIDTH, frame.height());
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        // The definition: (x, y) of a pixel's centre times the matrix, moved into the picture.
        double toX = a * (x + 0.5) + c * (y + 0.5) + (a + c < 0 ? frame.width() : 0);
        double toY = b * (x + 0.5) + d * (y + 0.5) + (b + d < 0 ? frame.height() : 0);
        assertEquals(colour(x, y), Inputs.pixel(frame, (int) toX, (int) toY), x + "," + y);
      }
    }
    VideoDescription.Picture picture = VideoReader.describe(file).streams().get(0).picture();
    assertEquals(degrees, picture == null ? -1 : picture.degreesClockwise());
    assertEquals(mirrored, picture != null && picture.mirrored());
  }

  @Test
  void slantedAngleIsTakenToTheNearestQuarterTurnWithWarning() throws IOException {
    double angle = Math.toRadians(70);
    int cos = (int) (ONE * Math.cos(angle));
    int sin = (int) (ONE * Math.sin(angle));
    try (FrameSource source = VideoReader.open(turned(cos, sin, -sin, cos))) {
      assertEquals(HEIGHT, source.info().width());
      assertTrue(source.warnings().get(0).contains("90 degrees"), source.warnings()::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"16, 15, 48, 30", "1, 2, 45, 60", "1, 1, 45, 30", "0, 1, 45, 30"})
  void pixelsBecomeSquareByGrowing(int num, int den, int width, int height) throws IOException {
    TestVideo video = Inputs.plain(45, 30, 0x3399CC);
    Path file =
        video
            .codec(codec -> codec.sample_aspect_ratio().num(num).den(den))
            .write(folder.resolve("aspect.mkv"));
    Frame frame = Inputs.readAll(file).get(0);
    assertEquals(List.of(width, height), List.of(frame.width(), frame.height()));
    assertEquals(0x3399CC, Inputs.pixel(frame, width - 1, height - 1));
  }

  @Test
  void croppingByTheContainerIsApplied() throws IOException {
    // Top, bottom, left, right.
    Path file =
        pattern(8, 6)
            .sideData(AV_PKT_DATA_FRAME_CROPPING, 0, 1, 0, 3)
            .write(folder.resolve("c.mkv"));
    Frame frame = Inputs.readAll(file).get(0);
    assertEquals(List.of(5, 5), List.of(frame.width(), frame.height()));
    assertEquals(colour(4, 4), Inputs.pixel(frame, 4, 4));
  }

  @Test
  void orientationOfPhotographsIsApplied() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
    // EXIF, little endian, one entry: tag 0x112 (orientation), a short, 6: turn clockwise by 90.
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'I',
      'I',
      42,
      0,
      8,
      0,
      0,
      0,
      1,
      0,
      0x12,
      1,
      3,
      0,
      1,
      0,
      0,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] plain = jpeg.toByteArray();
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(plain, 0, 2);
    turned.write(exif);
    turned.write(plain, 2, plain.length - 2);
    Path file = Files.write(folder.resolve("photo.JPG"), turned.toByteArray());
    Frame frame = Inputs.readAll(file).get(0);
    assertEquals(List.of(8, 16), List.of(frame.width(), frame.height()));
  }

  @Test
  void laterPicturesOfAnotherSizeAreScaledToTheFirst() throws IOException {
    byte[] small = Files.readAllBytes(elementary(32).write(folder.resolve("small.m2v")));
    byte[] large = Files.readAllBytes(elementary(64).write(folder.resolve("large.m2v")));
    Path file = folder.resolve("both.m2v");
    Files.write(file, Bytes.concat(small, large));
    try (FrameSource source = VideoReader.open(file)) {
      List<Frame> frames = Inputs.readAll(source);
      // libavcodec gives up the picture it still holds back when the size changes.
      assertTrue(frames.size() >= 7, "frames: " + frames.size());
      for (Frame frame : frames) {
        assertEquals(List.of(32, 32), List.of(frame.width(), frame.height()));
      }
      assertTrue(
          source.warnings().stream().anyMatch(w -> w.matches(".*another size.*: 4\\.")),
          source.warnings()::toString);
    }
  }

  private static TestVideo elementary(int side) {
    return new TestVideo("mpeg2video", AV_PIX_FMT_YUV420P, side, side, (f, p, x, y) -> 128)
        .times(1, 25, List.of(0L, 1L, 2L, 3L));
  }

  private Path turned(int a, int b, int c, int d) {
    int[] matrix = {a, b, 0, c, d, 0, 0, 0, 1 << 30};
    return pattern(WIDTH, HEIGHT)
        .sideData(AV_PKT_DATA_DISPLAYMATRIX, matrix)
        .write(folder.resolve("turned.mov"));
  }

  private static TestVideo pattern(int width, int height) {
    return new TestVideo(
            "png",
            AV_PIX_FMT_RGB24,
            width,
            height,
            (frame, plane, x, y) -> colour(x / 3, y) >> (16 - 8 * (x % 3)))
        .frames(2);
  }

  private static int colour(int x, int y) {
    return ((x * 20) << 16) | ((y * 30) << 8) | (255 - x - y);
  }
}
