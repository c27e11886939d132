package org.recyclegan.video.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.FolderLayout;
import org.recyclegan.video.Frame;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadProgress;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Videos;

/** Folders of the reference layout, and folders that only look like it. */
class StripFolderTest {

  private static final FrameStoreOptions OPTIONS = FrameStoreOptions.defaults().withShortSide(8);

  private final Path folder;
  private final Videos videos;
  private final Path trainA;

  StripFolderTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    videos = new Videos(folder);
    trainA = Files.createDirectory(folder.resolve("trainA"));
  }

  private FrameStore create(FolderLayout layout) throws IOException {
    return FrameStore.create(
        folder.resolve("a.frames"),
        List.of(trainA),
        OPTIONS.withLayout(layout),
        videos,
        ReadProgress.NONE);
  }

  /** Adds ten strips in two folders, in two spellings of two extensions. */
  private List<Frame> addStrips(int width, int height) throws IOException {
    List<Frame> frames = Videos.moving(width, height, 30);
    for (int i = 0; i < 10; i++) {
      String name = "trainA/" + (i < 5 ? "x" : "y") + "/" + i + (i % 2 == 0 ? ".jpg" : ".PNG");
      videos.add(name, List.of(Videos.strip(frames.subList(3 * i, 3 * i + 3))));
    }
    Files.writeString(trainA.resolve("readme.txt"), "not a picture");
    return frames;
  }

  @Test
  void stripsAreSplitBeforeTheyAreResized() throws IOException {
    List<Frame> frames = addStrips(20, 20);
    try (FrameStore store = create(FolderLayout.AUTO)) {
      assertEquals(10, store.clips().size());
      assertEquals(30, store.frameCount());
      assertEquals(trainA.resolve("x").resolve("0.jpg"), store.clips().get(0).source());
      Resampler resampler = Resampler.of(20, 20, 8, 8);
      for (int i = 0; i < 30; i++) {
        byte[] rgb = new byte[3 * 8 * 8];
        store.frame(i, ByteBuffer.wrap(rgb));
        assertArrayEquals(resampler.apply(frames.get(i).rgb()), rgb, "frame " + i);
      }
      assertTrue(store.notes().get(0).contains("exactly 3:1"), store.notes().toString());
    }
  }

  @Test
  void theLastStripsAreHeldOutWhole() throws IOException {
    addStrips(8, 8);
    try (FrameStore store = create(FolderLayout.AUTO)) {
      // 15 % of ten is 1.5, rounded to 2.
      assertEquals(8, store.training(1).count());
      assertEquals(2, store.heldOut(1).count());
      assertEquals(21, store.training(1).frameOf(7, 0));
      assertEquals(24, store.heldOut(1).frameOf(0, 0));
      assertEquals(29, store.heldOut(1).frameOf(1, 2));
      assertThrows(InputException.class, () -> store.training(2));
    }
  }

  @Test
  void stripsOfAnyAspectAreReadWhereAskedFor() throws IOException {
    List<Frame> frames = addStrips(16, 8);
    try (FrameStore store = create(FolderLayout.TRIPLETS)) {
      byte[] rgb = new byte[3 * 16 * 8];
      store.frame(4, ByteBuffer.wrap(rgb));
      assertArrayEquals(frames.get(4).rgb(), rgb);
    }
  }

  @Test
  void onePictureOfAnotherShapeMakesTheFolderAClip() throws IOException {
    addStrips(8, 8);
    videos.add("trainA/z.png", Videos.moving(23, 8, 1));
    videos.addFolderAsClip(trainA, Videos.moving(24, 8, 11));
    try (FrameStore store = create(FolderLayout.AUTO)) {
      assertEquals(1, store.clips().size());
      assertTrue(store.notes().get(0).contains("one clip"), store.notes().toString());
    }
  }

  @Test
  void framesAreFramesWhereAskedFor() throws IOException {
    addStrips(8, 8);
    videos.addFolderAsClip(trainA, Videos.moving(24, 8, 11));
    try (FrameStore store = create(FolderLayout.FRAMES)) {
      assertEquals(11, store.frameCount());
      assertEquals(List.of(), store.notes());
    }
  }

  @Test
  void stripsInWhichNothingMovesAreLeftOut() throws IOException {
    addStrips(8, 8);
    Frame still = Videos.moving(8, 8, 1).get(0);
    videos.add("trainA/a.bmp", List.of(Videos.strip(Collections.nCopies(3, still))));
    try (FrameStore store = create(FolderLayout.TRIPLETS)) {
      assertEquals(10, store.clips().size());
      assertTrue(store.notes().toString().contains(": 1."));
    }
  }

  @Test
  void aDamagedStripIsLeftOutWithAWarning() throws IOException {
    addStrips(8, 8);
    videos.add("trainA/a.bmp", List.of());
    try (FrameStore store = create(FolderLayout.AUTO)) {
      assertEquals(10, store.clips().size());
      assertTrue(store.warnings().toString().contains("a.bmp"), store.warnings().toString());
    }
  }

  @Test
  void aWidthThatIsNoMultipleOfThreeIsRefused() throws IOException {
    addStrips(8, 8);
    videos.add("trainA/z.png", Videos.moving(23, 8, 1));
    String message =
        assertThrows(InputException.class, () -> create(FolderLayout.TRIPLETS)).toString();
    assertTrue(message.contains("23x8") && message.contains("z.png"), message);
  }

  @Test
  void anEmptyFolderIsRefused() {
    String message =
        assertThrows(InputException.class, () -> create(FolderLayout.TRIPLETS)).toString();
    assertTrue(message.contains("found none"), message);
  }
}
