package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.WrittenVideo;

/**
 * Where the writer puts chroma samples and where the reader takes them to be. On a slope of colour
 * a sample half a pixel off is a level off, everywhere and with the same sign, which no compression
 * does.
 */
class ChromaSitingTest {

  private static final int SIDE = 96;
  private static final int MARGIN = 8;
  private static final double SLOPE = 2;

  private final Path folder;

  ChromaSitingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Blue rises as red falls, so that luma hardly changes and all is in the chroma. */
  private static Frame slope(boolean across) {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      int place = across ? i % SIDE : i / SIDE;
      rgb[3 * i] = (byte) (225 - SLOPE * place);
      rgb[3 * i + 1] = (byte) 128;
      rgb[3 * i + 2] = (byte) (30 + SLOPE * place);
    }
    return new Frame(SIDE, SIDE, rgb, 0);
  }

  /** Returns by how many pixels colours have moved to the right, or downwards. */
  private static double shift(Frame before, Frame after) {
    double sum = 0;
    int count = 0;
    for (int y = MARGIN; y < SIDE - MARGIN; y++) {
      for (int x = MARGIN; x < SIDE - MARGIN; x++) {
        int at = 3 * (y * SIDE + x);
        int red = (after.rgb()[at] & 255) - (before.rgb()[at] & 255);
        int blue = (after.rgb()[at + 2] & 255) - (before.rgb()[at + 2] & 255);
        sum += (red - blue) / 2.0;
        count++;
      }
    }
    return sum / count / SLOPE;
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.mp4", "out.mov", "out.webm", "out.mkv"})
  void coloursStayWhereTheyAre(String name) throws IOException {
    for (boolean across : new boolean[] {true, false}) {
      Frame frame = slope(across);
      Path out = folder.resolve(across + name);
      VideoInfo like = VideoInfo.constantRate(SIDE, SIDE, FrameRate.of(5));
      WriteOptions fine = WriteOptions.defaults().withH264Quantizer(4).withVp9Crf(4);
      WrittenVideo.write(out, like, fine, List.of(frame));
      double moved = shift(frame, Inputs.readAll(out).get(0));
      assertEquals(0, moved, 0.12, across ? "to the right" : "downwards");
    }
  }

  /** Locations as ITU-T H.273 numbers them, plus one; 0 where nothing is said. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0.5", "1, 0, 0.5", "2, 0.5, 0.5", "3, 0, 0", "4, 0.5, 0"})
  void readerTakesSamplesToBeWhereTheTagSays(int location, double right, double down)
      throws IOException {
    for (boolean across : new boolean[] {true, false}) {
      Path file =
          new TestVideo(
                  "ffv1",
                  AV_PIX_FMT_YUV420P,
                  SIDE,
                  SIDE,
                  (frame, plane, x, y) ->
                      plane == 0 ? 128 : slopeSample(plane, 2 * (across ? x : y)))
              .frames(1)
              .codec(codec -> codec.chroma_sample_location(location))
              .write(folder.resolve(across + "-tagged.mkv"));
      Frame read = Inputs.readAll(file).get(0);
      // Taken to lie further right than it was sampled, a colour appears further right.
      assertEquals(across ? right : down, slopeShift(read, across), 0.06, "location " + location);
    }
  }

  private static int slopeSample(int plane, int place) {
    return plane == 1 ? 80 + place : 176 - place;
  }

  /** Returns by how many pixels a slope sampled at even pixels has moved, seen in red and blue. */
  private static double slopeShift(Frame frame, boolean across) {
    double sum = 0;
    int count = 0;
    for (int y = MARGIN; y < SIDE - MARGIN; y++) {
      for (int x = MARGIN; x < SIDE - MARGIN; x++) {
        int at = 3 * (y * SIDE + x);
        // ITU-R BT.601: B - R = 255 / 224 (1.772 Cb - 1.402 Cr), both without their 128.
        double place = across ? x : y;
        double expected = 255.0 / 224 * (1.772 * (place - 48) + 1.402 * (place - 48));
        sum += expected - ((frame.rgb()[at + 2] & 255) - (frame.rgb()[at] & 255));
        count++;
      }
    }
    return sum / count / (255.0 / 224 * (1.772 + 1.402));
  }

  /** H.264, MPEG-2 and VP9 mean left where they say nothing; so must what we write. */
  @ParameterizedTest
  @ValueSource(strings = {"out.mp4", "out.mov", "out.webm"})
  void chromaSamplesAreThoseAtTheLeft(String name) throws IOException {
    Path out = folder.resolve(name);
    WriteOptions fine = WriteOptions.defaults().withH264Quantizer(4).withVp9Crf(4);
    VideoInfo like = VideoInfo.constantRate(SIDE, SIDE, FrameRate.of(5));
    WrittenVideo.write(out, like, fine, List.of(slope(true)));
    double sum = 0;
    List<Integer> cb = DecodedFile.read(out).cb();
    for (int x = MARGIN; x < SIDE / 2 - MARGIN; x++) {
      // ITU-R BT.601: Cb = 128 + 224 (B - Y) / 1.772 / 255, at luma column 2x.
      double red = 225 - SLOPE * 2 * x;
      double blue = 30 + SLOPE * 2 * x;
      double luma = 0.299 * red + 0.587 * 128 + 0.114 * blue;
      sum += cb.get(x) - (128 + 224 * (blue - luma) / 1.772 / 255);
    }
    double slopePerPixel = 224 * SLOPE * (1 + 0.299 - 0.114) / 1.772 / 255;
    double moved = -sum / (SIDE / 2 - 2 * MARGIN) / slopePerPixel;
    assertTrue(Math.abs(moved) < 0.12, () -> "moved by " + moved + " pixels");
  }
}
