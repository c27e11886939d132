package org.recyclegan.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.decode.VideoReader;

class ReadLimitsTest {

  private final Path folder;

  ReadLimitsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static void assertRefused(Path input, ReadLimits limits, String... words) {
    InputException e =
        assertThrows(
            InputException.class,
            () -> {
              try (FrameSource source =
                  VideoReader.open(input, ReadOptions.defaults().withLimits(limits))) {
                Inputs.readAll(source);
              }
            });
    String message = String.valueOf(e.getMessage());
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  private static int frames(Path input, ReadLimits limits) throws IOException {
    try (FrameSource source = VideoReader.open(input, ReadOptions.defaults().withLimits(limits))) {
      return Inputs.readAll(source).size();
    }
  }

  /** Ten frames a second. */
  private Path video(int count) {
    return Inputs.plain(20, 10, new int[count]).write(folder.resolve("v.mkv"));
  }

  @Test
  void framesAreLimited() throws IOException {
    Path video = video(6);
    ReadLimits limits = ReadLimits.DEFAULTS.withMaxFrames(5);
    assertRefused(video, limits, "too many frames", "at most 5", "found 6", "`max-frames`");
    assertEquals(6, frames(video, limits.withMaxFrames(6)));
  }

  @Test
  void lengthIsLimited() throws IOException {
    Path video = video(30);
    ReadLimits limits = ReadLimits.DEFAULTS.withMaxSeconds(2);
    assertRefused(video, limits, "too long", "2 seconds", "found 3", "`max-seconds`");
    assertEquals(30, frames(video, limits.withMaxSeconds(3)));
  }

  @Test
  void pixelsASecondAreLimitedUnlessThereAreFewInAll() throws IOException {
    Path video = video(30);
    ReadLimits limits = ReadLimits.DEFAULTS.withMaxPixelRate(1999);
    assertRefused(video, limits, "20x10 at 10", "`max-pixel-rate`");
    assertEquals(30, frames(video, limits.withMaxPixelRate(2000)));
    assertEquals(9, frames(video(9), limits));
  }

  @Test
  void aFileThatAnnouncesNothingIsCountedAsItComes() throws IOException {
    // A bare stream of pictures one after the other: no container, no number of frames.
    byte[] picture = Files.readAllBytes(Inputs.png(folder.resolve("p.png"), 8, 8, 0xFF00FF00));
    byte[] stream = new byte[picture.length * 7];
    for (int i = 0; i < 7; i++) {
      System.arraycopy(picture, 0, stream, i * picture.length, picture.length);
    }
    Path pipe = Files.write(folder.resolve("pipe.png"), stream);
    assertEquals(7, frames(pipe, ReadLimits.DEFAULTS));
    assertRefused(pipe, ReadLimits.DEFAULTS.withMaxFrames(4), "`max-frames`");
    assertRefused(pipe, ReadLimits.DEFAULTS.withMaxSeconds(0.1), "`max-seconds`");
  }

  @Test
  void picturesOfAFolderAreFramesToo() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    for (int i = 0; i < 3; i++) {
      Inputs.png(pictures.resolve(i + ".png"), 4, 4, 0xFF000000);
    }
    assertRefused(pictures, ReadLimits.DEFAULTS.withMaxFrames(2), "`max-frames`");
  }

  @Test
  void limitsThatAreNoneAreRefused() {
    for (Runnable making :
        List.<Runnable>of(
            () -> ReadLimits.DEFAULTS.withMaxPixels(0),
            () -> ReadLimits.DEFAULTS.withMaxFrames(0),
            () -> ReadLimits.DEFAULTS.withMaxSeconds(Double.NaN),
            () -> ReadLimits.DEFAULTS.withMaxPixelRate(0))) {
      assertThrows(IllegalArgumentException.class, making::run);
    }
  }
}
