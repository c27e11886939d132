package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.process.ChildLimits;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Inputs;
import org.recyclegan.video.ReadAhead;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.TestVideo;
import org.recyclegan.video.VideoDescription;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.isolation.IsolatedDecoder;

/** What every source promises, whatever it reads from. */
class FrameSourceContractTest {

  private static final int WIDTH = 9;
  private static final int HEIGHT = 7;

  private final Path folder;

  FrameSourceContractTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** One worker process serves all tests. */
  private static final IsolatedDecoder ISOLATED =
      new IsolatedDecoder(ReadOptions.defaults(), ChildLimits.DEFAULTS);

  @AfterAll
  static void endTheWorker() throws IOException {
    ISOLATED.close();
  }

  enum Kind {
    VIDEO(4),
    PICTURES(4),
    GIF(4),
    PICTURE(1),
    VIDEO_DECODED_ELSEWHERE(4),
    PICTURES_DECODED_ELSEWHERE(4),
    VIDEO_READ_AHEAD(4);

    private final int frames;

    Kind(int frames) {
      this.frames = frames;
    }

    FrameSource open(Path input) throws IOException {
      if (name().endsWith("ELSEWHERE")) {
        return ISOLATED.open(input);
      }
      FrameSource source = VideoReader.open(input);
      return this == VIDEO_READ_AHEAD ? new ReadAhead(source) : source;
    }

    Path write(Path folder) throws IOException {
      return switch (this) {
        case VIDEO, VIDEO_DECODED_ELSEWHERE, VIDEO_READ_AHEAD ->
            Inputs.plain(WIDTH, HEIGHT, 1, 2, 3, 4).write(folder.resolve("v.mkv"));
        case GIF ->
            new TestVideo("gif", AV_PIX_FMT_RGB8, WIDTH, HEIGHT, (f, p, x, y) -> f * 40)
                .write(folder.resolve("a.gif"));
        case PICTURE -> Inputs.png(folder.resolve("p.png"), WIDTH, HEIGHT, 0xFF102030);
        case PICTURES, PICTURES_DECODED_ELSEWHERE -> {
          Path pictures = Files.createDirectory(folder.resolve("pictures"));
          for (int i = 0; i < frames; i++) {
            Inputs.png(pictures.resolve(i + ".png"), WIDTH, HEIGHT, 0xFF000000 | i);
          }
          yield pictures;
        }
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void framesFitTheDescriptionAndFollowOneAnother(Kind kind) throws IOException {
    try (FrameSource source = kind.open(kind.write(folder))) {
      VideoInfo info = source.info();
      assertEquals(List.of(WIDTH, HEIGHT), List.of(info.width(), info.height()));
      List<Frame> frames = Inputs.readAll(source);
      assertEquals(kind.frames, frames.size());
      for (int i = 0; i < frames.size(); i++) {
        assertEquals(WIDTH, frames.get(i).width());
        assertEquals(HEIGHT, frames.get(i).height());
        if (i > 0) {
          assertTrue(frames.get(i).pts() > frames.get(i - 1).pts(), "time of frame " + i);
          assertNotSame(frames.get(i - 1).rgb(), frames.get(i).rgb());
        }
      }
      assertEquals(0, frames.get(0).pts());
      assertNull(source.next());
      assertNull(source.next());
      assertEquals(List.of(), source.warnings());
      assertTrue(info.frameCount().orElse(kind.frames) == kind.frames, info::toString);
    }
  }

  @ParameterizedTest
  @EnumSource
  void skippedFramesHaveTheirTimesAndChangeNothing(Kind kind) throws IOException {
    Path input = kind.write(folder);
    List<Frame> frames;
    try (FrameSource source = kind.open(input)) {
      frames = Inputs.readAll(source);
    }
    try (FrameSource source = kind.open(input)) {
      for (int i = 0; i < frames.size(); i++) {
        if (i % 2 == 0) {
          assertEquals(OptionalLong.of(frames.get(i).pts()), source.skip());
        } else {
          Frame frame = source.next();
          assertNotNull(frame);
          assertEquals(frames.get(i).pts(), frame.pts());
          assertArrayEquals(frames.get(i).rgb(), frame.rgb());
        }
      }
      assertEquals(OptionalLong.empty(), source.skip());
      assertNull(source.next());
      assertEquals(List.of(), source.warnings());
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingEarlyAndTwiceIsHarmless(Kind kind) throws IOException {
    FrameSource source = kind.open(kind.write(folder));
    source.close();
    source.close();
    assertNull(source.next());
  }

  @ParameterizedTest
  @EnumSource
  void descriptionAgreesWithWhatIsRead(Kind kind) throws IOException {
    Path input = kind.write(folder);
    VideoDescription description = VideoReader.describe(input);
    try (FrameSource source = kind.open(input)) {
      assertEquals(source.info(), description.delivered());
    }
    assertEquals(1, description.streams().size());
    assertEquals("video", description.streams().get(0).kind());
  }
}
