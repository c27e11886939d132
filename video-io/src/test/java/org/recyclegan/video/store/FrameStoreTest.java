package org.recyclegan.video.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.files.TemporaryName;
import org.recyclegan.video.Frame;
import org.recyclegan.video.InputException;
import org.recyclegan.video.MemorySource;
import org.recyclegan.video.ReadProgress;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Videos;

class FrameStoreTest {

  private static final FrameStoreOptions OPTIONS = FrameStoreOptions.defaults().withShortSide(8);

  private final Path folder;
  private final Videos videos;
  private final Path file;

  FrameStoreTest(@TempDir Path folder) {
    this.folder = folder;
    videos = new Videos(folder);
    file = folder.resolve("a.frames");
  }

  private FrameStore create(FrameStoreOptions options, Path... inputs) throws IOException {
    return FrameStore.create(file, List.of(inputs), options, videos, ReadProgress.NONE);
  }

  private InputException refused(FrameStoreOptions options, Path... inputs) throws IOException {
    InputException e = assertThrows(InputException.class, () -> create(options, inputs));
    assertFalse(Files.exists(file), "nothing may be left");
    assertNoTemporaries();
    return e;
  }

  private void assertNoTemporaries() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(path -> path.toString().endsWith(".part")));
    }
  }

  private static byte[] frame(FrameStore store, int index) {
    Clip clip = store.clipOf(index);
    byte[] rgb = new byte[3 * clip.width() * clip.height()];
    store.frame(index, ByteBuffer.wrap(rgb));
    return rgb;
  }

  @Test
  void holdsEveryFrameOfEveryClipResized() throws IOException {
    List<Frame> wide = Videos.moving(32, 16, 12);
    List<Frame> high = Videos.moving(10, 25, 7);
    try (FrameStore store = create(OPTIONS, videos.add("w", wide), videos.add("h", high))) {
      assertEquals(19, store.frameCount());
      assertEquals(Files.size(file), store.bytes());
      Clip first = store.clips().get(0);
      Clip second = store.clips().get(1);
      assertEquals(List.of(16, 8, 0, 12), sizeOf(first));
      assertEquals(List.of(8, 20, 12, 7), sizeOf(second));
      assertEquals(folder.resolve("h"), second.source());
      assertEquals(64, second.sha256().length());
      assertFalse(first.sha256().equals(second.sha256()));
      for (int i = 0; i < 12; i++) {
        assertArrayEquals(Resampler.of(32, 16, 16, 8).apply(wide.get(i).rgb()), frame(store, i));
        assertEquals(10L * i, store.pts(i));
      }
      for (int i = 0; i < 7; i++) {
        byte[] expected = Resampler.of(10, 25, 8, 20).apply(high.get(i).rgb());
        assertArrayEquals(expected, frame(store, 12 + i));
        assertEquals(10L * i, store.pts(12 + i));
      }
      assertThrows(IndexOutOfBoundsException.class, () -> store.pts(19));
      assertThrows(IndexOutOfBoundsException.class, () -> store.clipOf(-1));
    }
  }

  /** Reading behind the end of a mapped file would end the process, or give garbage. */
  @Test
  void aFileThatIsCutWhileInUseIsSaid() throws IOException {
    try (FrameStore store = create(OPTIONS, videos.add("v", Videos.moving(16, 16, 12)))) {
      frame(store, 11);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(100);
      }
      UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> frame(store, 11));
      assertTrue(e.getMessage().contains("" + file), e.getMessage());
      assertTrue(e.getMessage().contains("100 bytes"), e.getMessage());
    }
  }

  private static List<Integer> sizeOf(Clip clip) {
    return List.of(clip.width(), clip.height(), clip.firstFrame(), clip.frames());
  }

  @Test
  void repeatsAreLeftOutAndSaid() throws IOException {
    List<Frame> twice = new ArrayList<>();
    for (Frame frame : Videos.moving(8, 8, 10)) {
      twice.add(new Frame(8, 8, frame.rgb(), 2 * frame.pts()));
      twice.add(new Frame(8, 8, frame.rgb(), 2 * frame.pts() + 10));
    }
    try (FrameStore store = create(OPTIONS, videos.add("v", twice))) {
      assertEquals(10, store.frameCount());
      assertEquals(60, store.pts(3));
      assertTrue(store.notes().get(0).contains("10 of 20"), store.notes().toString());
    }
    try (FrameStore store = create(OPTIONS.withStaticThreshold(0), folder.resolve("v"))) {
      assertEquals(20, store.frameCount());
    }
  }

  @Test
  void cutsAreSaidWithTheirTime() throws IOException {
    try (FrameStore store = create(OPTIONS, videos.add("v", Videos.moving(8, 8, 40, 15)))) {
      // Timestamp 150 in twenty-fifths of a second.
      assertTrue(store.notes().get(0).contains("6.00 s"), store.notes().toString());
      assertEquals(List.of(), store.warnings());
    }
  }

  @Test
  void aFirstFrameOfItsOwnIsInNoTriplet() throws IOException {
    try (FrameStore store = create(OPTIONS, videos.add("v", Videos.moving(8, 8, 20, 1)))) {
      assertEquals(1, store.training(1).frameOf(0, 0));
      assertEquals(14, store.training(1).count());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 8 * 8 * 3, 500, 1000, 8 * 8 * 3 * 20, Long.MAX_VALUE})
  void segmentsOfAnySizeGiveTheSameFrames(long segmentBytes) throws IOException {
    List<Frame> square = Videos.moving(8, 8, 15);
    List<Frame> wide = Videos.moving(24, 8, 6);
    create(OPTIONS, videos.add("s", square), videos.add("w", wide)).close();
    try (FrameStore store = FrameStore.open(file, segmentBytes)) {
      for (int i = 0; i < 21; i++) {
        Frame expected = i < 15 ? square.get(i) : wide.get(i - 15);
        assertArrayEquals(expected.rgb(), frame(store, i));
      }
    }
  }

  @Test
  void framesAreCountedForProgress() throws IOException {
    List<Long> counts = new ArrayList<>();
    Path input = videos.add("v", Videos.moving(8, 8, 5));
    ReadProgress progress =
        (path, done, expected) -> {
          assertEquals(input, path);
          assertEquals(5, expected.orElseThrow());
          counts.add(done);
        };
    FrameStore.create(file, List.of(input), OPTIONS, videos, progress).close();
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), counts);
  }

  @Test
  void readingStopsAtTheMostFrames() throws IOException {
    Path input = videos.add("v", Videos.moving(8, 8, 30));
    try (FrameStore store = create(OPTIONS.withLimits(9, 1 << 20), input)) {
      assertEquals(9, store.frameCount());
      assertTrue(store.warnings().get(0).contains("9 frames"));
    }
  }

  @Test
  void exactlyTheMostFramesIsNothingToWarnOf() throws IOException {
    Path input = videos.add("v", Videos.moving(8, 8, 9));
    try (FrameStore store = create(OPTIONS.withLimits(9, 1 << 20), input)) {
      assertEquals(9, store.frameCount());
      assertEquals(List.of(), store.warnings());
    }
  }

  @Test
  void inputsThatCannotBeUsedAreRefused() throws IOException {
    Path good = videos.add("good", Videos.moving(8, 8, 30));
    Path still =
        videos.add("still", List.copyOf(Collections.nCopies(9, Videos.moving(8, 8, 1).get(0))));
    Path brief = videos.add("brief", Videos.moving(8, 8, 2));
    Path small = videos.add("small", Videos.moving(40, 1, 30));

    assertTrue(refused(OPTIONS).toString().contains("No input"));
    Path missing = folder.resolve("none");
    assertTrue(refused(OPTIONS, missing).toString().contains(missing.toString()));
    String notMoving = refused(OPTIONS, still).toString();
    assertTrue(notMoving.matches("(?s).*\\b9 frames, 8\\b.*"), notMoving);
    String tooShort = refused(OPTIONS, brief).toString();
    assertTrue(tooShort.contains("2 usable"), tooShort);
    String tooSmall = refused(OPTIONS, small).toString();
    assertTrue(tooSmall.contains("2 pixels") && tooSmall.contains("40x1"), tooSmall);
    String tooMuch = refused(OPTIONS.withLimits(30, 8 * 8 * 3 * 29), good).toString();
    assertTrue(tooMuch.contains(8 * 8 * 3 * 29 + " bytes"), tooMuch);
    create(OPTIONS.withLimits(30, 8 * 8 * 3 * 30), good).close();
  }

  @Test
  void aUselessInputBesideAGoodOneIsAWarning() throws IOException {
    Path good = videos.add("good", Videos.moving(8, 8, 30));
    Path brief = videos.add("brief", Videos.moving(4, 4, 2));
    try (FrameStore store = create(OPTIONS, good, brief)) {
      String warnings = store.warnings().toString();
      assertTrue(warnings.contains("enlarged"), warnings);
      assertTrue(warnings.contains(brief.toString()), warnings);
    }
  }

  @Test
  void aStrideLongerThanEveryShotIsRefused() throws IOException {
    Path input = videos.add("v", Videos.moving(8, 8, 10));
    try (FrameStore store = create(OPTIONS.withHeldOutFraction(0.1), input)) {
      assertEquals(1, store.training(4).count());
      assertEquals(0, store.heldOut(1).count());
      String message = assertThrows(InputException.class, () -> store.training(5)).toString();
      assertTrue(message.contains("11") && message.contains("9"), message);
      assertThrows(IllegalArgumentException.class, () -> store.training(0));
    }
  }

  @Test
  void aFailureWhileReadingLeavesTheOlderStoreAndNothingElse() throws IOException {
    List<Frame> frames = Videos.moving(8, 8, 20);
    Path input = videos.add("v", frames);
    create(OPTIONS, input).close();
    byte[] before = Files.readAllBytes(file);
    MemorySource failing = MemorySource.failing(frames, 12);

    IOException e =
        assertThrows(
            IOException.class,
            () ->
                FrameStore.create(
                    file, List.of(input), OPTIONS, path -> failing, ReadProgress.NONE));
    assertEquals("the disk is gone", e.getMessage());
    assertTrue(failing.isClosed());
    assertArrayEquals(before, Files.readAllBytes(file));
    assertNoTemporaries();
  }

  @Test
  void whatAKilledBuildLeftIsNeverTakenForAStore() throws IOException {
    Path input = videos.add("v", Videos.moving(8, 8, 20));
    Files.write(TemporaryName.of(file, 1, Instant.EPOCH), new byte[100_000]);
    create(OPTIONS, input).close();
    try (FrameStore store = FrameStore.open(file)) {
      assertEquals(20, store.frameCount());
    }
    assertNoTemporaries();
  }

  @Test
  void anUnchangedStoreIsOpenedWithoutReadingTheVideo() throws IOException {
    Path input = videos.add("v", Videos.moving(8, 8, 20));
    createOrOpen(OPTIONS, input).close();
    try (FrameStore store = createOrOpen(OPTIONS, input)) {
      assertEquals(1, videos.opened());
      assertEquals(20, store.frameCount());
      assertEquals(OPTIONS, store.options());
    }
  }

  @Test
  void changedOptionsOrInputsAreReadAgain() throws IOException {
    Path input = videos.add("v", Videos.moving(8, 8, 20));
    Path other = videos.add("o", Videos.moving(8, 8, 21));
    createOrOpen(OPTIONS, input).close();
    createOrOpen(OPTIONS.withShortSide(6), input).close();
    assertEquals(2, videos.opened());
    createOrOpen(OPTIONS.withShortSide(6), input, other).close();
    assertEquals(4, videos.opened());
    createOrOpen(OPTIONS.withShortSide(6), other, input).close();
    assertEquals(6, videos.opened());
    videos.add("v", Videos.moving(8, 8, 22));
    try (FrameStore store = createOrOpen(OPTIONS.withShortSide(6), other, input)) {
      assertEquals(8, videos.opened());
      assertEquals(43, store.frameCount());
    }
  }

  private FrameStore createOrOpen(FrameStoreOptions options, Path... inputs) throws IOException {
    return FrameStore.createOrOpen(file, List.of(inputs), options, videos, ReadProgress.NONE);
  }

  @Test
  void anyDamageIsRefusedAndRepaired() throws IOException {
    Path input = videos.add("v", Videos.moving(8, 8, 5));
    create(OPTIONS, input).close();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 1 + at % 3) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      assertThrows(InputException.class, () -> FrameStore.open(file), "flipped bit in byte " + at);
    }
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(InputException.class, () -> FrameStore.open(file), "cut to " + length);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertThrows(InputException.class, () -> FrameStore.open(file));

    createOrOpen(OPTIONS, input).close();
    assertArrayEquals(whole, Files.readAllBytes(file));
  }

  @Test
  void aMissingStoreIsRefused() {
    assertThrows(InputException.class, () -> FrameStore.open(folder.resolve("none")));
  }

  @Test
  void aClosedStoreSaysSo() throws IOException {
    FrameStore store = create(OPTIONS, videos.add("v", Videos.moving(8, 8, 20)));
    store.close();
    ByteBuffer dst = ByteBuffer.allocate(8 * 8 * 3);
    assertThrows(IllegalStateException.class, () -> store.frame(0, dst));
  }
}
