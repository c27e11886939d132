package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.ReadProgress;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.VideoDescription;
import org.recyclegan.video.Videos;
import org.recyclegan.video.store.Clip;
import org.recyclegan.video.store.FrameStore;
import org.recyclegan.video.store.FrameStoreOptions;

/** Marks of damage, and what changes or goes on behind what a header says. */
class DamagedStreamsTest {

  private static final int PACKET = 188;
  private static final int FRAMES = 50;

  private final Path folder;

  DamagedStreamsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static TestVideo moving(int aspectNum, int aspectDen) {
    return new TestVideo(
            "mpeg2video",
            AV_PIX_FMT_YUV420P,
            64,
            48,
            (f, plane, x, y) -> plane == 0 ? (x * 7 + y * 5 + f * 11) % 200 + 20 : 128)
        .frames(FRAMES)
        .times(1, 25, java.util.stream.LongStream.range(0, FRAMES).boxed().toList())
        .codec(
            context -> {
              context.bit_rate(4_000_000).gop_size(10);
              context.sample_aspect_ratio().num(aspectNum).den(aspectDen);
            });
  }

  @Test
  void lostPacketsAreCountedAndTheirFramesMarked() throws IOException {
    byte[] whole = Files.readAllBytes(moving(1, 1).write(folder.resolve("whole.ts")));
    int middle = whole.length / PACKET / 2 * PACKET;
    ByteArrayOutputStream lost = new ByteArrayOutputStream();
    lost.write(whole, 0, middle);
    lost.write(whole, middle + 12 * PACKET, whole.length - middle - 12 * PACKET);
    Path file = Files.write(folder.resolve("lost.ts"), lost.toByteArray());
    try (FrameSource source = VideoReader.open(file)) {
      List<Frame> frames = Inputs.readAll(source);
      String said = source.warnings().toString();
      assertTrue(said.contains("container marks"), said);
      long damaged = frames.stream().filter(Frame::damaged).count();
      assertTrue(damaged > 0 && damaged <= 12, "damaged: " + damaged);
    }
    try (FrameSource source = VideoReader.open(folder.resolve("whole.ts"))) {
      assertTrue(Inputs.readAll(source).stream().noneMatch(Frame::damaged));
      assertEquals(List.of(), source.warnings());
    }
  }

  @Test
  void changeOfShapeIsSaid() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(Files.readAllBytes(moving(16, 15).write(folder.resolve("one.ts"))));
    both.writeBytes(Files.readAllBytes(moving(64, 45).write(folder.resolve("two.ts"))));
    Path file = Files.write(folder.resolve("both.ts"), both.toByteArray());
    try (FrameSource source = VideoReader.open(file)) {
      assertEquals(2 * FRAMES, Inputs.readAll(source).size());
      String said = source.warnings().toString();
      assertTrue(said.contains("another shape") && said.contains(FRAMES + "."), said);
    }
  }

  /** The header of such a file speaks of its first fragment only. */
  @Test
  void framesInFragmentsAreAnnounced() throws IOException {
    Path file =
        new TestVideo("mpeg4", AV_PIX_FMT_YUV420P, 32, 32, (f, p, x, y) -> p == 0 ? 4 * f : 128)
            .times(1, 25, java.util.stream.LongStream.range(0, FRAMES).boxed().toList())
            .codec(context -> context.gop_size(10))
            .muxer(
                muxer ->
                    assertEquals(0, av_opt_set(muxer.priv_data(), "movflags", "frag_keyframe", 0)))
            .write(folder.resolve("hybrid.mp4"));
    assertTrue(Mp4Boxes.hasFragments(file));
    VideoDescription description = VideoReader.describe(file);
    assertEquals(FRAMES, description.delivered().frameCount().orElse(FRAMES));
    assertEquals(FRAMES, Inputs.readAll(file).size());
  }

  @Test
  void damagedFramesAreNotTrainedOn() throws IOException {
    Videos videos = new Videos(folder);
    List<Frame> frames = new ArrayList<>(Videos.moving(16, 16, 30));
    Frame broken = frames.get(10);
    frames.set(10, new Frame(16, 16, broken.rgb(), broken.pts(), 0, /* damaged= */ true));
    Path input = videos.add("a.mp4", frames);
    FrameStoreOptions options =
        FrameStoreOptions.defaults().withShortSide(16).withHeldOutFraction(0);
    try (FrameStore store =
        FrameStore.create(
            folder.resolve("store"), List.of(input), options, videos, ReadProgress.NONE)) {
      assertEquals(29, store.clips().stream().mapToInt(Clip::frames).sum());
      assertTrue(store.warnings().toString().contains("damaged: 1"), store.warnings()::toString);
      // Of 29 frames in one stretch there would be 27 triplets.
      assertEquals(8 + 17, store.training(1).count());
    }
  }
}
