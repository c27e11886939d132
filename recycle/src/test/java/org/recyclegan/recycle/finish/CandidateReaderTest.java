package org.recyclegan.recycle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

final class CandidateReaderTest {

  private static final Size SIZE = new Size(2, 1);

  private final AtomicInteger openings = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private int framesThatAreThere = 10;

  /** Two videos of ten frames; a frame's first byte says the video, the second its number. */
  private FrameSource open(Path path) {
    openings.incrementAndGet();
    open.incrementAndGet();
    byte video = (byte) (path.toString().equals("a") ? 1 : 2);
    return new FrameSource() {
      private int at;

      @Override
      public VideoInfo info() {
        return VideoInfo.constantRate(SIZE.width(), SIZE.height(), FrameRate.of(25));
      }

      @Override
      public @Nullable Frame next() {
        if (at == framesThatAreThere) {
          return null;
        }
        byte[] rgb = {video, (byte) at, 0, 0, 0, 0};
        return new Frame(SIZE.width(), SIZE.height(), rgb, at++);
      }

      @Override
      public OptionalLong skip() {
        return at == framesThatAreThere ? OptionalLong.empty() : OptionalLong.of(at++);
      }

      @Override
      public List<String> warnings() {
        return List.of();
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }

  private CandidateReader reader(int[] path, long heldBytes) {
    byte[] thumbnails = new byte[20 * Thumbnails.VALUES];
    CandidateIndex index =
        new CandidateIndex(
            List.of(new CandidateVideo("a", SIZE, 10), new CandidateVideo("b", SIZE, 10)),
            new int[20],
            thumbnails,
            thumbnails);
    return new CandidateReader(
        List.of(new TargetVideo(Path.of("a"), "a"), new TargetVideo(Path.of("b"), "b")),
        index.frames(),
        this::open,
        path,
        heldBytes);
  }

  @Test
  void followsAnyPathHoweverLittleItMayHold() throws IOException {
    SplittableRandom random = new SplittableRandom(10);
    for (int held = 0; held < 20; held++) {
      int[] path = random.ints(60, 0, 20).toArray();
      try (CandidateReader reader = reader(path, 2L * held * 6)) {
        for (int candidate : path) {
          Frame frame = reader.next();
          assertNotNull(frame);
          assertEquals(1 + candidate / 10, frame.rgb()[0]);
          assertEquals(candidate % 10, frame.rgb()[1]);
        }
        assertNull(reader.next());
      }
      assertEquals(0, open.get(), "all are closed");
    }
  }

  @Test
  void readsInOrderWhatIsHeldTogether() throws IOException {
    int[] path = {9, 0, 8, 1, 7, 2, 6, 3};
    try (CandidateReader reader = reader(path, 1 << 20)) {
      for (int i = 0; i < path.length; i++) {
        reader.next();
      }
    }
    assertEquals(1, openings.get());
  }

  @Test
  void readsAsItGoesWhereItNeverGoesBack() throws IOException {
    int[] path = {0, 1, 1, 3, 4, 4, 6, 8, 9};
    try (CandidateReader reader = reader(path, 0)) {
      for (int i = 0; i < path.length; i++) {
        reader.next();
      }
    }
    assertEquals(1, openings.get());
  }

  @Test
  void refusesAVideoThatLostFramesMeanwhile() throws IOException {
    framesThatAreThere = 5;
    try (CandidateReader reader = reader(new int[] {7}, 1 << 20)) {
      assertThrows(InputException.class, reader::next);
    }
    try (CandidateReader reader = reader(new int[] {5}, 1 << 20)) {
      assertThrows(InputException.class, reader::next);
    }
  }

  @Test
  void leavesNothingOpenWhenItIsGivenUp() throws IOException {
    try (CandidateReader reader = reader(new int[] {1, 2, 15, 3}, 0)) {
      reader.next();
    }
    assertEquals(0, open.get());
  }
}
