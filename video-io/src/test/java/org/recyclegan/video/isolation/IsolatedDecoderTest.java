package org.recyclegan.video.isolation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.process.ChildLimits;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadLimits;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;

class IsolatedDecoderTest {

  private static final int SIDE = 24;

  private final Path folder;
  private final IsolatedDecoder decoder =
      new IsolatedDecoder(ReadOptions.defaults(), ChildLimits.DEFAULTS);

  IsolatedDecoderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void endTheWorkers() throws IOException {
    decoder.close();
  }

  private Path video(String name, int frames) throws IOException {
    Path file = folder.resolve(name);
    FrameRate rate = FrameRate.of(10);
    VideoInfo like =
        new VideoInfo(SIDE, SIDE, rate, rate.timeBase(), OptionalLong.of(frames), false);
    try (VideoWriter writer = VideoWriter.create(file, like, WriteOptions.defaults())) {
      for (int i = 0; i < frames; i++) {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        Arrays.fill(rgb, (byte) (i * 20));
        writer.write(new Frame(SIDE, SIDE, rgb, i));
      }
      writer.commit();
    }
    return file;
  }

  private static long workers() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }

  @Test
  void framesAreThoseOfDecodingHere() throws IOException {
    Path file = video("v.mkv", 5);
    try (FrameSource there = decoder.open(file);
        FrameSource here = VideoReader.open(file)) {
      assertEquals(here.info(), there.info());
      for (Frame frame = here.next(); frame != null; frame = here.next()) {
        Frame other = there.next();
        assertNotNull(other);
        assertEquals(frame.pts(), other.pts());
        assertArrayEquals(frame.rgb(), other.rgb());
      }
      assertNull(there.next());
      assertEquals(here.warnings(), there.warnings());
    }
  }

  @Test
  void askingForWarningsInBetweenLosesNoFrame() throws IOException {
    try (FrameSource source = decoder.open(video("v.mkv", 4))) {
      int frames = 0;
      while (source.next() != null) {
        assertTrue(source.warnings().isEmpty());
        frames++;
      }
      assertEquals(4, frames);
    }
  }

  @Test
  void aRefusalIsWordForWordTheSame() throws IOException {
    Path text = Files.writeString(folder.resolve("poem.mp4"), "not a video");
    InputException here = assertThrows(InputException.class, () -> VideoReader.open(text));
    InputException there = assertThrows(InputException.class, () -> decoder.open(text));
    assertEquals(here.getMessage(), there.getMessage());
  }

  @Test
  void aDecodersDeathCostsItsFileAndNoOther() throws IOException {
    Path file = video("v.mkv", 30);
    long before = workers();
    try (FrameSource source = decoder.open(file)) {
      assertNotNull(source.next());
      ProcessHandle.current()
          .children()
          .max(Comparator.comparing(child -> child.info().startInstant().orElseThrow()))
          .orElseThrow()
          .destroyForcibly();
      InputException e =
          assertThrows(
              InputException.class,
              () -> {
                while (source.next() != null) {
                  // What was under way still arrives.
                }
              });
      assertTrue(String.valueOf(e.getMessage()).contains("decoder crashed"), e.getMessage());
    }
    try (FrameSource again = decoder.open(file)) {
      assertNotNull(again.next());
    }
    decoder.close();
    assertEquals(before, workers());
  }

  @Test
  void oneProcessServesManyPictures() throws IOException {
    Path file = video("v.mkv", 2);
    long before = workers();
    for (int i = 0; i < 5; i++) {
      decoder.open(file).close();
    }
    assertEquals(before + 1, workers());
  }

  @Test
  void limitsHoldThereToo() throws IOException {
    Path file = video("v.mkv", 5);
    ReadOptions few = ReadOptions.defaults().withLimits(ReadLimits.DEFAULTS.withMaxFrames(3));
    try (IsolatedDecoder strict = new IsolatedDecoder(few, ChildLimits.DEFAULTS)) {
      InputException e = assertThrows(InputException.class, () -> strict.open(file));
      assertTrue(String.valueOf(e.getMessage()).contains("`max-frames`"), e.getMessage());
    }
  }

  @Test
  void silenceIsSaidAndItsFileRemoved() throws IOException {
    Path file = video("v.mkv", 2);
    Path copy = decoder.copySound(file);
    assertTrue(Files.exists(copy));
    decoder.close();
    assertFalse(Files.exists(copy.getParent()));
  }
}
