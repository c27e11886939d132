package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.recycle.OpenTorch;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.finish.path.PathKind;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.decode.VideoReader;

/** Which finish is found for a source, and what is said of it. */
@ExtendWith(OpenTorch.class)
class FinishingTest {

  private static final VideoInfo SOURCE = VideoInfo.constantRate(64, 48, FrameRate.of(10));

  @TempDir private static Path shared;

  private final Torch torch;
  private final List<Path> opened = new ArrayList<>();
  private final Path checkpoint;
  private @Nullable Finishing finishing;

  /** The run is made once; A is wider than B. */
  FinishingTest(Torch torch) throws IOException {
    this.torch = torch;
    Path run = shared.resolve("run");
    if (!Files.exists(run)) {
      Path a = UntrainedRun.video(shared.resolve("a.mkv"), 64, 40, 18, 1);
      Path b = UntrainedRun.video(shared.resolve("b.mkv"), 40, 40, 18, 3);
      UntrainedRun.run(torch, run, List.of(a), List.of(b));
    }
    checkpoint = RunDirectory.open(run).checkpoints().file(1);
  }

  @AfterEach
  void close() {
    if (finishing != null) {
      finishing.close();
    }
  }

  private FrameSource open(Path video) throws IOException {
    opened.add(video);
    return VideoReader.open(video);
  }

  private Finishing open(boolean ofRun, Direction direction, FinishOptions options)
      throws IOException {
    Path run = ofRun ? shared.resolve("run") : null;
    finishing =
        Finishing.open(
            torch,
            new Finishing.Request(
                checkpoint, run, direction, Precision.FLOAT32, GeneratorWeights.DEFAULT, options),
            this::open);
    return finishing;
  }

  private static Optional<Finish> find(Finishing finishing, RetargetOptions layout)
      throws IOException {
    return finishing.finish(SOURCE, layout, FinishListener.SILENT, () -> false);
  }

  private static FinishKind kind(Finishing finishing, RetargetOptions layout) throws IOException {
    return find(finishing, layout).orElseThrow().kind();
  }

  @ParameterizedTest
  @EnumSource(
      value = FinishKind.class,
      names = {"GUIDE", "NONE"})
  void paintedFinishesNeedNoTarget(FinishKind kind) throws IOException {
    Finishing alone = open(false, Direction.A2B, FinishOptions.DEFAULTS.withKind(kind));
    assertEquals(kind, kind(alone, RetargetOptions.DEFAULTS));
    assertEquals(List.of(), opened);
    assertEquals(List.of(), alone.notes());
    assertTrue(alone.facts().isEmpty());
  }

  @Test
  void aCheckpointAloneShowsTranslationsAndSaysWhy() throws IOException {
    Finishing alone = open(false, Direction.A2B, FinishOptions.DEFAULTS);
    assertEquals(FinishKind.NONE, kind(alone, RetargetOptions.DEFAULTS));
    assertEquals(1, alone.notes().size());
    assertTrue(alone.notes().get(0).contains("frames-from"), "" + alone.notes());
  }

  @Test
  void realFramesOfACheckpointAloneAreRefused() throws IOException {
    Finishing alone = open(false, Direction.A2B, FinishOptions.DEFAULTS.withKind(FinishKind.REAL));
    InputException refusal =
        assertThrows(InputException.class, () -> find(alone, RetargetOptions.DEFAULTS));
    assertTrue(("" + refusal.getMessage()).contains("`frames-from`"), "" + refusal);
  }

  /** What the user names must be there, even where no finish is asked for. */
  @Test
  void namedVideosThatAreNotThereAreRefused() throws IOException {
    FinishOptions named =
        new FinishOptions(
            Optional.empty(), PathKind.AUTO, false, List.of(shared.resolve("missing.mkv")));
    Finishing finishing = open(true, Direction.A2B, named);
    InputException refusal =
        assertThrows(InputException.class, () -> find(finishing, RetargetOptions.DEFAULTS));
    assertTrue(("" + refusal.getMessage()).contains("missing.mkv"), "" + refusal);
  }

  @Test
  void aSizeForTheNetworkMeansThatItsPictureIsWanted() throws IOException {
    Finishing finishing = open(true, Direction.A2B, FinishOptions.DEFAULTS);
    RetargetOptions size = new RetargetOptions(OptionalInt.of(48), OptionalInt.empty(), false);
    RetargetOptions tile = RetargetOptions.DEFAULTS.withTile(OptionalInt.of(32));
    for (RetargetOptions layout : List.of(size, tile)) {
      assertEquals(FinishKind.NONE, kind(finishing, layout));
      assertTrue(finishing.notes().get(0).contains("`finish`"), "" + finishing.notes());
      assertEquals(1, finishing.notes().size(), "of this source only");
    }
    assertEquals(List.of(), opened);
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void realFramesAreOfTheSideThatIsTranslatedTo(Direction direction) throws IOException {
    Finishing finishing = open(true, direction, FinishOptions.DEFAULTS.withKind(FinishKind.REAL));
    Finish finish = find(finishing, RetargetOptions.DEFAULTS).orElseThrow();
    assertEquals(FinishKind.REAL, finish.kind());
    boolean toB = direction == Direction.A2B;
    assertEquals(toB ? 40 : 64, finish.outputInfo(SOURCE).width());
    String said = finishing.facts().get("frames_from_1");
    assertTrue(("" + said).startsWith(toB ? "b.mkv sha256" : "a.mkv sha256"), said);
    assertEquals(1, finishing.facts().size());
  }

  @Test
  void theTargetIsGoneThroughOnceForAllSources() throws IOException {
    Finishing finishing =
        open(
            false,
            Direction.A2B,
            new FinishOptions(
                Optional.of(FinishKind.REAL),
                PathKind.FREE,
                false,
                List.of(shared.resolve("b.mkv"))));
    AtomicInteger looked = new AtomicInteger();
    FinishListener listener =
        new FinishListener() {
          @Override
          public void indexed(long frames) {
            looked.incrementAndGet();
          }
        };
    for (int source = 0; source < 3; source++) {
      assertTrue(
          finishing.finish(SOURCE, RetargetOptions.DEFAULTS, listener, () -> false).isPresent());
    }
    assertEquals(18, looked.get());
  }

  @Test
  void theBestOnHeldOutFramesIsTakenAndMeasuredOnce() throws IOException {
    Finishing finishing = open(true, Direction.A2B, FinishOptions.DEFAULTS);
    Finish finish = find(finishing, RetargetOptions.DEFAULTS).orElseThrow();
    MeasuredFinish measured = (MeasuredFinish) finish;
    List<FinishScore> scores = measured.scores();
    assertEquals(
        List.of(FinishKind.REAL, FinishKind.GUIDE, FinishKind.NONE),
        scores.stream().map(FinishScore::finish).toList());
    for (FinishScore score : scores) {
      assertTrue(score.ssim() > -1 && score.ssim() <= 1, "" + score);
      assertTrue(score.psnr() > 0 && score.sharpness() >= 0, "" + score);
    }
    // A square in another place beats what networks paint that never learnt.
    assertEquals(FinishKind.REAL, finish.kind());
    assertTrue(scores.get(0).sharpness() > 0.8 && scores.get(0).sharpness() < 1.2, "" + scores);
    assertTrue(scores.get(0).ssim() < 0.999, "a frame itself is not its own stand-in");
    int before = opened.size();
    Finish again = find(finishing, RetargetOptions.DEFAULTS).orElseThrow();
    assertSame(scores, ((MeasuredFinish) again).scores());
    // Only sizes are looked up.
    assertEquals(before + 1, opened.size());
  }

  @Test
  void stoppedThereIsNoFinish() throws IOException {
    Finishing finishing =
        open(
            false,
            Direction.A2B,
            new FinishOptions(
                Optional.empty(), PathKind.AUTO, false, List.of(shared.resolve("b.mkv"))));
    assertTrue(
        finishing
            .finish(SOURCE, RetargetOptions.DEFAULTS, FinishListener.SILENT, () -> true)
            .isEmpty());
    // Stopped while finishes are measured: the target was gone through by then.
    AtomicInteger looked = new AtomicInteger();
    FinishListener counting =
        new FinishListener() {
          @Override
          public void indexed(long frames) {
            looked.set((int) frames);
          }
        };
    assertTrue(
        finishing
            .finish(SOURCE, RetargetOptions.DEFAULTS, counting, () -> opened.size() > 4)
            .isEmpty());
    assertEquals(18, looked.get());
    assertTrue(find(finishing, RetargetOptions.DEFAULTS).isPresent(), "and can be asked again");
  }

  @Test
  void aChangedVideoOfTheRunIsNotShown(@TempDir Path folder) throws IOException {
    Path b = UntrainedRun.video(folder.resolve("b.mkv"), 40, 40, 4, 3);
    Path run = folder.resolve("run");
    Path saved = UntrainedRun.run(torch, run, List.of(shared.resolve("a.mkv")), List.of(b));
    Files.delete(b);
    UntrainedRun.video(b, 40, 40, 4, 9);
    finishing =
        Finishing.open(
            torch,
            new Finishing.Request(
                saved,
                run,
                Direction.A2B,
                Precision.FLOAT32,
                GeneratorWeights.DEFAULT,
                FinishOptions.DEFAULTS),
            this::open);
    assertEquals(FinishKind.NONE, kind(finishing, RetargetOptions.DEFAULTS));
    assertTrue(finishing.notes().get(0).contains("b.mkv"), "" + finishing.notes());
  }
}
