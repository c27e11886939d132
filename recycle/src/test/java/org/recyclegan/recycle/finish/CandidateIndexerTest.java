package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.OpenTorch;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.finish.path.PathKind;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.train.MemoryVideo;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/** The index of a target, and real frames out of it, of videos in memory. */
@ExtendWith(OpenTorch.class)
class CandidateIndexerTest {

  private static final int SIDE = 32;

  /** Even frames, each of one level; a jump of levels is a cut. */
  private final class Levels implements FrameSource {
    private final int[] levels;
    private int next;

    Levels(int... levels) {
      this.levels = levels;
    }

    @Override
    public VideoInfo info() {
      return VideoInfo.constantRate(SIDE, SIDE, FrameRate.of(25));
    }

    @Override
    public @Nullable Frame next() {
      return next < levels.length ? frame(levels[next++]) : null;
    }

    private Frame frame(int level) {
      byte[] rgb = new byte[3 * SIDE * SIDE];
      Arrays.fill(rgb, (byte) level);
      // Target's times are not the result's.
      return new Frame(SIDE, SIDE, rgb, 1000 + next);
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {
      closed++;
    }
  }

  @TempDir private Path folder;
  private final Torch torch;
  private final FrameTranslator translator;
  private final List<String> opened = new ArrayList<>();
  private int closed;

  CandidateIndexerTest(Torch torch, @TempDir Path shared) throws IOException {
    this.torch = torch;
    Path checkpoint = UntrainedRun.checkpoint(torch, shared.resolve("x"), Content.AUTO);
    translator = FrameTranslator.load(torch, checkpoint, Direction.B2A);
  }

  @BeforeEach
  void nothingWasOpened() {
    opened.clear();
  }

  @AfterEach
  void everythingIsClosed() {
    translator.close();
    assertEquals(opened.size(), closed, "of " + opened);
  }

  private FrameSource open(Path video) {
    opened.add(video.toString());
    return switch (video.toString()) {
      case "dark" -> new Levels(10, 11, 12, 13);
      case "cut" -> new Levels(20, 21, 22, 220, 221);
      case "one" -> new Levels(7);
      default -> throw new AssertionError(video);
    };
  }

  private CandidateIndexer indexer(@Nullable Path kept) {
    return new CandidateIndexer(torch, translator, this::open, kept);
  }

  private static List<TargetVideo> videos(String... names) {
    return Stream.of(names).map(name -> new TargetVideo(Path.of(name), "sha of " + name)).toList();
  }

  private CandidateIndex index(@Nullable Path kept, String checkpoint, double aspect, String... of)
      throws IOException {
    return indexer(kept)
        .index(videos(of), checkpoint, aspect, FinishListener.SILENT, () -> false)
        .orElseThrow();
  }

  @Test
  void framesFollowTheOrderOfVideosAndShotsAreNumberedThroughout() throws IOException {
    List<Long> told = new ArrayList<>();
    FinishListener listener =
        new FinishListener() {
          @Override
          public void indexed(long frames) {
            told.add(frames);
          }
        };
    CandidateIndex index =
        indexer(null).index(videos("dark", "cut"), "c", 1, listener, () -> false).orElseThrow();
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), told);
    assertEquals(
        List.of(
            new CandidateVideo("sha of dark", new Size(SIDE, SIDE), 4),
            new CandidateVideo("sha of cut", new Size(SIDE, SIDE), 5)),
        index.frames().videos());
    // The second video is another shot though nothing jumps between the two.
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1, 2, 2}, index.shots());
    int[] levels = {10, 11, 12, 13, 20, 21, 22, 220, 221};
    for (int i = 0; i < levels.length; i++) {
      assertEquals(levels[i], Byte.toUnsignedInt(index.own()[i * Thumbnails.VALUES + 5]));
    }
    // What leads back is the translation of the same frame.
    Frame last = new Levels().frame(221);
    byte[] expected = new Thumbnails(new Size(SIDE, SIDE), 1).of(translator.translate(last));
    for (int v = 0; v < Thumbnails.VALUES; v++) {
      int found = Byte.toUnsignedInt(index.back()[8 * Thumbnails.VALUES + v]);
      assertEquals(Byte.toUnsignedInt(expected[v]), found, 1, "value " + v);
    }
  }

  @Test
  void whatWasFoundOutIsKeptForTheSameOnly() throws IOException {
    Path kept = folder.resolve("new/finish");
    CandidateIndex made = index(kept, "c", 1, "dark");
    assertEquals(1, opened.size());
    CandidateIndex read = index(kept, "c", 1, "dark");
    assertEquals(1, opened.size(), "read from the disk");
    assertArrayEquals(made.back(), read.back());
    index(kept, "another checkpoint", 1, "dark");
    index(kept, "c", 0.5, "dark");
    index(kept, "c", 1, "dark", "cut");
    assertEquals(List.of("dark", "dark", "dark", "dark", "cut"), opened);
    try (Stream<Path> files = Files.list(kept)) {
      assertEquals(4, files.count());
    }
  }

  @Test
  void stoppedItKeepsNothing() throws IOException {
    Path kept = folder.resolve("finish");
    for (int after = 0; after < 2; after++) {
      int most = after;
      assertTrue(
          indexer(kept)
              .index(
                  videos("dark", "cut"), "c", 1, FinishListener.SILENT, () -> opened.size() > most)
              .isEmpty());
      assertFalse(Files.exists(kept));
    }
  }

  @Test
  void oneFrameIsNoChoice() {
    InputException refusal =
        assertThrows(InputException.class, () -> index(folder.resolve("finish"), "c", 1, "one"));
    assertTrue(("" + refusal.getMessage()).contains("one"), "" + refusal);
    assertTrue(("" + refusal.getMessage()).contains("`frames-from`"), "" + refusal);
    assertFalse(Files.exists(folder.resolve("finish")), "and is not kept");
  }

  // Real frames.

  private RealFinish finish(PathKind path, boolean sourceSize, RetargetOptions layout)
      throws IOException {
    CandidateIndex index = index(null, "c", 1, "dark", "cut");
    RealFinish.Target target =
        new RealFinish.Target(videos("dark", "cut"), index, new Matching(index), 1, this::open);
    FinishOptions plain = FinishOptions.DEFAULTS.withKind(FinishKind.REAL);
    return new RealFinish(
        torch,
        translator,
        target,
        null,
        new FinishOptions(plain.kind(), path, sourceSize, List.of()),
        layout);
  }

  private static RetargetOptions layout(int outputSide, boolean beside) {
    OptionalInt side = outputSide == 0 ? OptionalInt.empty() : OptionalInt.of(outputSide);
    return new RetargetOptions(OptionalInt.empty(), side, beside);
  }

  private static List<Integer> size(Finish finish, int width, int height) {
    VideoInfo source = VideoInfo.constantRate(width, height, FrameRate.of(10));
    VideoInfo made = finish.outputInfo(source);
    assertEquals(source.rate(), made.rate());
    return List.of(made.width(), made.height());
  }

  @Test
  void realFramesKeepTheirSizeUnlessTheSourcesIsAskedFor() throws IOException {
    assertEquals(List.of(32, 32), size(finish(PathKind.FREE, false, layout(0, false)), 80, 60));
    assertEquals(List.of(80, 60), size(finish(PathKind.FREE, true, layout(0, false)), 80, 60));
    assertEquals(List.of(16, 16), size(finish(PathKind.FREE, false, layout(16, false)), 80, 60));
    assertEquals(List.of(24, 18), size(finish(PathKind.FREE, true, layout(18, false)), 80, 60));
    // Beside it stands the source at the same height: 80 of 60 is 43 of 32.
    assertEquals(List.of(75, 32), size(finish(PathKind.FREE, false, layout(0, true)), 80, 60));
    assertEquals(List.of(33, 32), size(finish(PathKind.FREE, false, layout(0, true)), 1, 900));
  }

  @Test
  void resultsHaveTheSourcesTimesAndTheTargetsPictures() throws IOException {
    MemoryVideo source = new MemoryVideo(48, 40, 7);
    MemoryVideo sink = new MemoryVideo(1, 1, 0);
    List<Long> looked = new ArrayList<>();
    List<Long> written = new ArrayList<>();
    FinishListener listener =
        new FinishListener() {
          @Override
          public void looked(long frames) {
            looked.add(frames);
          }

          @Override
          public void written(long frames) {
            written.add(frames);
          }
        };
    FinishReport report =
        finish(PathKind.FREE, false, layout(0, false))
            .retarget(() -> source, sink, listener, () -> false)
            .orElseThrow();
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L), looked);
    assertEquals(looked, written);
    assertEquals(7, report.frames().size());
    for (int t = 0; t < 7; t++) {
      Frame frame = sink.written().get(t);
      assertEquals(source.frame(t).pts(), frame.pts());
      ShownFrame shown = report.frames().get(t);
      int[] levels =
          shown.video().equals("dark")
              ? new int[] {10, 11, 12, 13}
              : new int[] {20, 21, 22, 220, 221};
      assertEquals(levels[shown.frame()], Byte.toUnsignedInt(frame.rgb()[0]), "frame " + t);
    }
  }

  @Test
  void besideEachFrameIsItsOwnSource() throws IOException {
    MemoryVideo sink = new MemoryVideo(1, 1, 0);
    assertTrue(
        finish(PathKind.FREE, false, layout(0, true))
            .retarget(
                () -> new MemoryVideo(SIDE, SIDE, 5), sink, FinishListener.SILENT, () -> false)
            .isPresent());
    assertEquals(5, sink.written().size());
    for (int t = 0; t < 5; t++) {
      byte[] source = new MemoryVideo(SIDE, SIDE, 5).frame(t).rgb();
      byte[] both = sink.written().get(t).rgb();
      assertArrayEquals(Arrays.copyOf(source, 3 * SIDE), Arrays.copyOf(both, 3 * SIDE));
    }
  }

  @Test
  void aSourceThatLostFramesMeanwhileIsRefused() throws IOException {
    RealFinish finish = finish(PathKind.FREE, false, layout(0, true));
    List<Integer> lengths = new ArrayList<>(List.of(5, 3));
    assertThrows(
        InputException.class,
        () ->
            finish.retarget(
                () -> new MemoryVideo(SIDE, SIDE, lengths.remove(0)),
                new MemoryVideo(1, 1, 0),
                FinishListener.SILENT,
                () -> false));
  }

  @Test
  void stoppedThereIsNoReport() throws IOException {
    RealFinish finish = finish(PathKind.FREE, false, layout(0, false));
    MemoryVideo sink = new MemoryVideo(1, 1, 0);
    assertTrue(
        finish
            .retarget(
                () -> new MemoryVideo(SIDE, SIDE, 50), sink, FinishListener.SILENT, () -> true)
            .isEmpty());
    assertTrue(
        finish
            .retarget(
                () -> new MemoryVideo(SIDE, SIDE, 50),
                sink,
                FinishListener.SILENT,
                () -> sink.written().size() >= 3)
            .isEmpty());
    assertEquals(3, sink.written().size());
  }
}
