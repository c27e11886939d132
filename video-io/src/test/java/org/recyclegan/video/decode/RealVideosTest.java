package org.recyclegan.video.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.SharedData;

/** Real and awkward files that lie beside the repository; counts are those of ffprobe. */
class RealVideosTest {

  private final Path folder = SharedData.require("edge");

  @ParameterizedTest
  @CsvSource({
    "vfr_webcam.mp4, 245, 640, 480, 24341, 0",
    "odd_161x121_vp9.webm, 30, 161, 121, 968, 0",
    "odd_1x1_yuv444.mp4, 5, 1, 1, 65536, 0",
    "-leading-dash-name.mp4, 5, 1, 1, 65536, 0",
    "odd_314x273.gif, 30, 314, 273, 290, 0",
    "rot_090.mov, 3, 320, 568, 1280, 0",
    "rot_180.mov, 3, 568, 320, 1280, 0",
    "unordered_pts.mov, 4, 50, 50, 1536, 0",
    "alpha_vp9.webm, 150, 200, 200, 4967, 0",
    "failing_audio.mp4, 280, 640, 360, 142848, 0",
    "tenbit_h264.mp4, 30, 200, 200, 14848, 0",
    "tenbit_vp9.webm, 72, 426, 240, 2961, 0",
    "av1.mkv, 125, 640, 360, 4960, 0",
    "h265.mp4, 10, 128, 128, 9216, 0",
    "nasa_13013.mp4, 390, 480, 270, 389389, 1",
    "vp9.webm, 82, 320, 240, 2703, 0",
    "prores_422_10_sar.mov, 40, 192, 144, 39039, 0",
    "single_frame.webm, 1, 1920, 1080, 0, 1",
    "gif_interlaced_opaque.gif, 1, 1080, 1080, 0, 0",
    "sample.avi, 96, 960, 400, 97, 0",
    "derived_interlaced_tff_flower.mp4, 75, 640, 360, 74074, 0",
    "derived_truncated_mdat_flower.mp4, 90, 960, 540, 89089, 3",
    "corrupted_h264.mp4, 49, 1280, 720, 50176, 5"
  })
  void yieldsWhatIsInIt(String name, int count, int width, int height, long lastTime, int warnings)
      throws IOException {
    try (FrameSource source = VideoReader.open(folder.resolve(name))) {
      int frames = 0;
      long last = -1;
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        assertTrue(frame.pts() > last, "times increase");
        last = frame.pts();
        frames++;
      }
      assertEquals(count, frames);
      assertEquals(List.of(width, height), List.of(source.info().width(), source.info().height()));
      assertEquals(lastTime, last);
      assertEquals(warnings, source.warnings().size(), () -> source.warnings().toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bomb_vp9_12336x12336.webm, found 12336x12336",
    "zero_length.webm, an empty file",
    "audio_only.mp4, only sound",
    "derived_no_moov_flower.mp4, cannot be opened",
    "corrupted_vp9.webm, cannot be decoded"
  })
  void refusesInWords(String name, String words) {
    Path file = folder.resolve(name);
    for (InputException e :
        List.of(
            assertThrows(InputException.class, () -> VideoReader.open(file)),
            assertThrows(InputException.class, () -> VideoReader.describe(file)))) {
      assertTrue(String.valueOf(e.getMessage()).contains(words), e::getMessage);
    }
  }

  @Test
  void transparencyComesThroughTheDecoder() throws IOException {
    ReadOptions green = ReadOptions.defaults().withBackgroundRgb(0x00FF00);
    try (FrameSource source = VideoReader.open(folder.resolve("alpha_vp9.webm"), green)) {
      Frame frame = source.next();
      assertEquals(0x00FF00, frame == null ? -1 : Inputs.pixel(frame, 0, 0));
    }
  }

  @Test
  void threadsDoNotChangeThePictures() throws IOException {
    Path file = folder.resolve("derived_truncated_mdat_flower.mp4");
    try (FrameSource one = VideoReader.open(file, ReadOptions.defaults().withCodecThreads(1));
        FrameSource three = VideoReader.open(file, ReadOptions.defaults().withCodecThreads(3))) {
      for (int i = 0; i < 20; i++) {
        Frame a = one.next();
        Frame b = three.next();
        assertTrue(a != null && b != null && Arrays.equals(a.rgb(), b.rgb()), "frame " + i);
      }
    }
  }
}
