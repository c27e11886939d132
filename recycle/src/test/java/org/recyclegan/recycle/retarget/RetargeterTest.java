package org.recyclegan.recycle.retarget;

import org.recyclegan.recycle.train.TrainerState;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.train.MemoryVideo;
import org.recyclegan.recycle.train.Trainer;
import org.recyclegan.recycle.train.TrainerTest;
import org.recyclegan.video.Frame;

class RetargeterTest {

  private static final RetargetOptions SOURCE_SIZE =
      new RetargetOptions(OptionalInt.of(0), OptionalInt.empty(), false);

  @TempDir private Path folder;
  private Torch torch;
  private Path checkpoint;

  @BeforeEach
  void saveAnUntrainedRun() throws IOException {
    torch = Torch.open(Device.cpu());
    checkpoint = folder.resolve("run.safetensors");
    TrainingConfig config = TrainerTest.config(Method.RECYCLE_GAN, 0);
    try (Trainer trainer = new Trainer(torch, config, new Noise(0), new Noise(2))) {
      TrainerState.save(
          checkpoint,
          trainer,
          config,
          Provenance.collect(
              new Provenance.Program("test", "unknown", List.of()),
              "PyTorch",
              1,
              List.of(),
              List.of()),
          0);
    }
  }

  @AfterEach
  void closeEngine() {
    torch.close();
  }

  @ParameterizedTest
  @CsvSource({"64, 48, 12", "33, 50, 3", "1, 1, 2", "200, 3, 2", "40, 40, 0"})
  void sizeTimesAndNumberOfFramesStay(int width, int height, int frames) throws IOException {
    MemoryVideo video = new MemoryVideo(width, height, frames);
    AtomicLong reported = new AtomicLong();
    assertTrue(retarget(video, RetargetOptions.DEFAULTS, reported));
    assertEquals(frames, video.written().size());
    assertEquals(frames, reported.get());
    for (int i = 0; i < frames; i++) {
      assertEquals(video.frame(i).pts(), video.written().get(i).pts());
      assertEquals(width, video.written().get(i).width());
      assertEquals(height, video.written().get(i).height());
    }
  }

  /**
   * Frames overlap in the pipeline and share batches; each must still be its own source's
   * translation, but for rounding.
   */
  @ParameterizedTest
  @CsvSource({"48, 40, 100", "300, 200, 5"})
  void everyFrameIsTheTranslationOfItsSource(int width, int height, int frames) throws IOException {
    MemoryVideo video = new MemoryVideo(width, height, frames);
    retarget(video, SOURCE_SIZE, new AtomicLong());
    assertTranslated(video, frames);
  }

  @Test
  void tilesMakeTheSameFrames() throws IOException {
    MemoryVideo video = new MemoryVideo(70, 50, 3);
    retarget(video, SOURCE_SIZE.withTile(OptionalInt.of(32)), new AtomicLong());
    assertTranslated(video, 3);
  }

  @Test
  void aFrameTooSmallForTilesIsTranslatedWhole() throws IOException {
    MemoryVideo video = new MemoryVideo(5, 50, 1);
    retarget(video, SOURCE_SIZE.withTile(OptionalInt.of(32)), new AtomicLong());
    assertTranslated(video, 1);
  }

  @Test
  void tilesOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SOURCE_SIZE.withTile(OptionalInt.of(31)));
    assertThrows(IllegalArgumentException.class, () -> SOURCE_SIZE.withTile(OptionalInt.of(8193)));
  }

  private void assertTranslated(MemoryVideo video, int frames) throws IOException {
    try (FrameTranslator translator = FrameTranslator.load(torch, checkpoint, Direction.A2B)) {
      for (int i = 0; i < frames; i++) {
        byte[] expected = translator.translate(video.frame(i)).rgb();
        byte[] found = video.written().get(i).rgb();
        int different = 0;
        for (int k = 0; k < expected.length; k++) {
          int difference = Math.abs((expected[k] & 0xFF) - (found[k] & 0xFF));
          assertTrue(difference <= 1, "frame " + i + " is a level " + difference + " off at " + k);
          different += difference;
        }
        assertTrue(different <= 1 + expected.length / 500, different + " levels of frame " + i);
      }
    }
  }

  @Test
  void theTwoDirectionsAreTwoGenerators() throws IOException {
    Frame frame = new MemoryVideo(32, 32, 1).frame(0);
    try (FrameTranslator there = FrameTranslator.load(torch, checkpoint, Direction.A2B);
        FrameTranslator back = FrameTranslator.load(torch, checkpoint, Direction.B2A)) {
      assertFalse(Arrays.equals(there.translate(frame).rgb(), back.translate(frame).rgb()));
    }
  }

  @Test
  void sideBySideShowsTheSourceOnTheLeft() throws IOException {
    MemoryVideo video = new MemoryVideo(40, 32, 2);
    retarget(
        video, new RetargetOptions(OptionalInt.of(0), OptionalInt.empty(), true), new AtomicLong());
    Frame both = video.written().get(1);
    assertEquals(80, both.width());
    Frame source = video.frame(1);
    for (int y = 0; y < 32; y++) {
      assertArrayEquals(
          Arrays.copyOfRange(source.rgb(), y * 120, y * 120 + 120),
          Arrays.copyOfRange(both.rgb(), y * 240, y * 240 + 120));
    }
    assertNotEquals(both.rgb()[0], both.rgb()[120]);
  }

  @Test
  void anotherOutputSizeCanBeAskedFor() throws IOException {
    MemoryVideo video = new MemoryVideo(60, 40, 2);
    RetargetOptions options = new RetargetOptions(OptionalInt.empty(), OptionalInt.of(20), true);
    retarget(video, options, new AtomicLong());
    assertEquals(60, video.written().get(0).width());
    assertEquals(20, video.written().get(0).height());
  }

  @Test
  void aStopLeavesTheRestUnwritten() throws IOException {
    MemoryVideo video = new MemoryVideo(32, 32, 1000);
    AtomicLong count = new AtomicLong();
    try (FrameTranslator translator = FrameTranslator.load(torch, checkpoint, Direction.A2B)) {
      Retargeter retargeter = new Retargeter(translator, SOURCE_SIZE);
      assertFalse(retargeter.retarget(video, video, count::set, () -> count.get() >= 5));
    }
    assertTrue(video.written().size() < 100);
  }

  @Test
  void aFailingSinkOrSourceEndsThePipelineWithItsOwnException() throws IOException {
    MemoryVideo video = new MemoryVideo(32, 32, 100);
    IOException full = new IOException("disk full");
    IOException found =
        assertThrows(
            IOException.class,
            () ->
                StagePipeline.run(
                    video::next,
                    frame -> frame,
                    torch.workers(2),
                    frame -> {
                      throw full;
                    },
                    () -> false));
    assertEquals(full, found);
    IOException broken = new IOException("broken file");
    found =
        assertThrows(
            IOException.class,
            () ->
                StagePipeline.<Frame>run(
                    () -> {
                      throw broken;
                    },
                    frame -> frame,
                    torch.workers(2),
                    frame -> true,
                    () -> false));
    assertEquals(broken, found);
    found =
        assertThrows(
            IOException.class,
            () ->
                StagePipeline.run(
                    new MemoryVideo(32, 32, 100)::next,
                    frame -> {
                      throw full;
                    },
                    torch.workers(2),
                    frame -> true,
                    () -> false));
    assertEquals(full, found);
  }

  private boolean retarget(MemoryVideo video, RetargetOptions options, AtomicLong reported)
      throws IOException {
    try (FrameTranslator translator = FrameTranslator.load(torch, checkpoint, Direction.A2B)) {
      Retargeter retargeter = new Retargeter(translator, options);
      boolean complete = retargeter.retarget(video, video, reported::set, () -> false);
      for (Frame frame : video.written()) {
        assertEquals(options.outputInfo(video.info()).width(), frame.width());
        assertEquals(options.outputInfo(video.info()).height(), frame.height());
      }
      return complete;
    }
  }
}
