package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.OpenTorch;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Size;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.store.FrameStore;
import org.recyclegan.video.store.FrameStoreOptions;

@ExtendWith(OpenTorch.class)
class TrainedDomainTest {

  private final Torch torch;
  @TempDir private Path folder;

  TrainedDomainTest(Torch torch) {
    this.torch = torch;
  }

  /** Two videos of two sizes, fewer frames than are looked at: then all of them count. */
  @Test
  void meansAreOfTheFramesAndOfTheirTranslations() throws IOException {
    List<Path> videos =
        List.of(
            UntrainedRun.video(folder.resolve("1.mkv"), 40, 40, 5, 1),
            UntrainedRun.video(folder.resolve("2.mkv"), 64, 40, 4, 30));
    Path store = folder.resolve("a.frames");
    FrameStoreOptions options = FrameStoreOptions.defaults().withShortSide(40);
    FrameStore.createOrOpen(store, videos, options, VideoReader::open, (video, done, all) -> {})
        .close();
    Path checkpoint = UntrainedRun.checkpoint(torch, folder.resolve("x"), Content.AUTO);
    try (FrameTranslator forth = FrameTranslator.load(torch, checkpoint, Direction.A2B)) {
      DomainMeans means = TrainedDomain.means(store, forth, 1);
      assertNotNull(means);
      ByteArrayOutputStream own = new ByteArrayOutputStream();
      ByteArrayOutputStream translated = new ByteArrayOutputStream();
      for (Path video : videos) {
        for (Frame frame : UntrainedRun.frames(video)) {
          Thumbnails small = new Thumbnails(new Size(frame.width(), frame.height()), 1);
          own.writeBytes(small.of(frame));
          translated.writeBytes(small.of(forth.translate(frame)));
        }
      }
      assertArrayEquals(DomainMeans.mean(own.toByteArray()), means.own(), 0.01f);
      assertArrayEquals(DomainMeans.mean(translated.toByteArray()), means.translated(), 0.3f);
    }
  }

  @Test
  void framesThatAreGoneOrDamagedHaveNoMeans() throws IOException {
    Path checkpoint = UntrainedRun.checkpoint(torch, folder.resolve("x"), Content.AUTO);
    try (FrameTranslator forth = FrameTranslator.load(torch, checkpoint, Direction.A2B)) {
      assertNull(TrainedDomain.means(folder.resolve("none.frames"), forth, 1));
      Path damaged = Files.writeString(folder.resolve("damaged.frames"), "no frames");
      assertNull(TrainedDomain.means(damaged, forth, 1));
      assertEquals("no frames", Files.readString(damaged), "it is not ours to mend");
    }
  }
}
