package org.recyclegan.video.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.ReadProgress;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.SharedData;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.decode.VideoReader;

/** The reader, the resampler and the store on recordings, as training puts them together. */
class RealFrameStoreTest {

  private static final int FRAMES = 40;
  private static final int SIDE = 48;

  private final Path folder;

  RealFrameStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "flowers/mdn_flower_bloom.mp4, 85, 48, 40",
    "faces/grid_bbaf2n.mpg, 60, 48, 40",
    "faces/mdn_friday_talking.mp4, 64, 48, 40",
    "faces/intel_head_pose_female.gif, 85, 48, 23",
    "edge/nasa_13013.mp4, 85, 48, 40",
  })
  void storesWhatTheReaderYields(String name, int width, int height, int frames)
      throws IOException {
    Path video = SharedData.require(name);
    FrameStoreOptions options =
        FrameStoreOptions.defaults().withShortSide(SIDE).withLimits(FRAMES, 1 << 24);
    try (FrameStore store =
        FrameStore.create(
            folder.resolve("a.frames"),
            List.of(video),
            options,
            VideoReader::open,
            ReadProgress.NONE)) {
      Clip clip = store.clips().get(0);
      assertEquals(List.of(width, height), List.of(clip.width(), clip.height()));
      assertEquals(frames, store.frameCount(), () -> store.notes().toString());
      ByteBuffer stored = ByteBuffer.allocate(3 * width * height);
      store.frame(0, stored);
      assertArrayEquals(firstFrame(video), stored.array());
      ByteBuffer triplet = ByteBuffer.allocate(3 * 3 * 32 * 32);
      store.training(1).sample(new Random(1), 32, triplet);
      assertEquals(0, triplet.remaining());
      assertTrue(MeanDifference.of(stored.array(), new byte[stored.capacity()]) > 5, "not black");
    }
  }

  private static byte[] firstFrame(Path video) throws IOException {
    try (FrameSource source = VideoReader.open(video)) {
      VideoInfo info = source.info();
      Size to = Resampler.shortSide(info.width(), info.height(), SIDE);
      Frame frame = Inputs.read(source, 1).get(0);
      return Resampler.of(info.width(), info.height(), to.width(), to.height()).apply(frame).rgb();
    }
  }
}
