package org.recyclegan.studies.trials;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.Session;
import org.recyclegan.studies.TinyClips;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.store.FrameStore;
import org.recyclegan.video.store.FrameStoreOptions;

/** Ten frames, each of its own shade, so that it is seen which ones were held out. */
class HeldOutTest {

  private static final FrameOpener READER = Session.defaults().reader();
  private static final int[] SHADES = {10, 30, 50, 70, 90, 110, 130, 150, 170, 190};

  @TempDir private Path folder;

  private Path clip;

  @BeforeEach
  void draw() throws IOException {
    clip = TinyClips.shades(folder.resolve("clip.mkv"), 32, 32, SHADES);
  }

  private Path store(double heldOut) throws IOException {
    Path file = folder.resolve("a.frames");
    FrameStoreOptions options =
        FrameStoreOptions.defaults().withShortSide(32).withHeldOutFraction(heldOut);
    FrameStore.create(file, List.of(clip), options, READER, (input, done, expected) -> {}).close();
    return file;
  }

  private List<HeldOut.Part> write(Path store, List<Path> inputs, boolean stopped)
      throws IOException {
    return new HeldOut(folder.resolve("held-out"), READER, () -> stopped).write("a", store, inputs);
  }

  private static List<Integer> shades(Path video) throws IOException {
    List<Integer> shades = new ArrayList<>();
    try (FrameSource source = VideoReader.open(video)) {
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        shades.add(frame.rgb()[0] & 0xff);
      }
    }
    return shades;
  }

  @Test
  void theEndOfTheClipIsWrittenAsItIs() throws IOException {
    List<HeldOut.Part> parts = write(store(0.3), List.of(clip), false);
    Path video = folder.resolve("held-out/a-000.mkv");
    assertEquals(List.of(new HeldOut.Part("the held-out end of clip.mkv", video, null)), parts);
    assertEquals(List.of(150, 170, 190), shades(video));
  }

  @Test
  void whatIsThereIsNotWrittenAgain() throws IOException {
    Path store = store(0.3);
    Path there =
        Files.writeString(
            Files.createDirectories(folder.resolve("held-out")).resolve("a-000.mkv"), "there");
    assertEquals(there, write(store, List.of(clip), true).get(0).video());
    assertEquals("there", Files.readString(there));
  }

  @Test
  void twoFramesAreTooFew() throws IOException {
    Path store = store(0.2);
    InputException refused =
        assertThrows(InputException.class, () -> write(store, List.of(clip), false));
    assertTrue(refused.getMessage().contains("Domain A"), refused.getMessage());
  }

  @Test
  void aStopLeavesNothingUnderTheName() throws IOException {
    Path store = store(0.3);
    assertThrows(CancellationException.class, () -> write(store, List.of(clip), true));
    assertFalse(Files.exists(folder.resolve("held-out/a-000.mkv")));
  }

  @Test
  void aStoreOfOtherInputsIsRefused() throws IOException {
    Path store = store(0.3);
    List<Path> others = List.of(folder.resolve("other.mkv"));
    assertThrows(InputException.class, () -> write(store, others, false));
  }

  @Test
  void stripsOfThreeFramesHaveNoEnd() throws IOException {
    Path strips = Files.createDirectories(folder.resolve("strips"));
    ImageIO.write(
        new BufferedImage(96, 32, BufferedImage.TYPE_INT_RGB),
        "png",
        strips.resolve("0001.png").toFile());
    assertThrows(InputException.class, () -> HeldOut.requireVideos(List.of(clip, strips), READER));
    assertDoesNotThrow(() -> HeldOut.requireVideos(List.of(clip), READER));
  }
}
