package org.recyclegan.video.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.video.Frame;
import org.recyclegan.video.ReadProgress;
import org.recyclegan.video.Videos;

class TripletsTest {

  // Two clips of different size with cuts, the second in its held-out part as well.
  private static final int FIRST_FRAMES = 40;
  private static final int SECOND_FRAMES = 30;
  private static final Set<Integer> CUTS = Set.of(11, 25, FIRST_FRAMES + 8, FIRST_FRAMES + 26);
  private static final int FIRST_TRAINING = 32;
  private static final int SECOND_TRAINING = FIRST_FRAMES + 24;

  private final List<Frame> frames = new ArrayList<>();
  private final FrameStore store;

  TripletsTest(@TempDir Path folder) throws IOException {
    Videos videos = new Videos(folder);
    List<Frame> first = Videos.moving(16, 10, FIRST_FRAMES, 11, 25);
    List<Frame> second = Videos.moving(10, 13, SECOND_FRAMES, 8, 26);
    frames.addAll(first);
    frames.addAll(second);
    store =
        FrameStore.create(
            folder.resolve("a.frames"),
            List.of(videos.add("1", first), videos.add("2", second)),
            FrameStoreOptions.defaults().withShortSide(10).withHeldOutFraction(0.2),
            videos,
            ReadProgress.NONE);
  }

  @BeforeEach
  void cutsWereFound() {
    assertEquals(2, store.notes().size(), store.notes().toString());
  }

  @AfterEach
  void tearDown() {
    store.close();
  }

  /** Every start and every cut tried one by one. */
  private static List<List<Integer>> slowTriplets(int stride, int from, int to) {
    return IntStream.range(from, to)
        .filter(t -> t + 2 * stride < to)
        .filter(t -> CUTS.stream().noneMatch(cut -> t < cut && cut <= t + 2 * stride))
        .mapToObj(t -> List.of(t, t + stride, t + 2 * stride))
        .toList();
  }

  private static List<List<Integer>> all(Triplets triplets) {
    return IntStream.range(0, triplets.count())
        .mapToObj(
            i -> List.of(triplets.frameOf(i, 0), triplets.frameOf(i, 1), triplets.frameOf(i, 2)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6})
  void trainingIsEveryTripletOfAShotBeforeTheHeldOutPart(int stride) throws IOException {
    List<List<Integer>> expected = new ArrayList<>(slowTriplets(stride, 0, FIRST_TRAINING));
    expected.addAll(slowTriplets(stride, FIRST_FRAMES, SECOND_TRAINING));
    assertEquals(expected, all(store.training(stride)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6})
  void heldOutIsEveryTripletOfAShotAfterIt(int stride) {
    List<List<Integer>> expected =
        new ArrayList<>(slowTriplets(stride, FIRST_TRAINING, FIRST_FRAMES));
    expected.addAll(slowTriplets(stride, SECOND_TRAINING, FIRST_FRAMES + SECOND_FRAMES));
    assertEquals(expected, all(store.heldOut(stride)));
  }

  @Test
  void readCutsTheSameSquareOutOfTheThreeFrames() throws IOException {
    Triplets triplets = store.training(2);
    for (int index = 0; index < triplets.count(); index++) {
      Frame frame = frames.get(triplets.frameOf(index, 0));
      assertEquals(frame.width(), triplets.width(index));
      assertEquals(frame.height(), triplets.height(index));
      for (int side : new int[] {1, 7, 10}) {
        assertReads(triplets, index, 0, 0, side);
        assertReads(triplets, index, frame.width() - side, frame.height() - side, side);
      }
    }
  }

  private void assertReads(Triplets triplets, int index, int cropX, int cropY, int side) {
    // Read behind something that must stay.
    ByteBuffer dst = ByteBuffer.allocateDirect(2 + 9 * side * side);
    dst.put((byte) 77);
    triplets.read(index, cropX, cropY, side, dst);
    assertEquals(1 + 9 * side * side, dst.position());
    assertEquals(77, dst.get(0));
    int at = 1;
    for (int position = 0; position < 3; position++) {
      Frame frame = frames.get(triplets.frameOf(index, position));
      for (int y = cropY; y < cropY + side; y++) {
        for (int x = cropX; x < cropX + side; x++) {
          for (int c = 0; c < 3; c++) {
            assertEquals(frame.rgb()[3 * (y * frame.width() + x) + c], dst.get(at++));
          }
        }
      }
    }
  }

  /** Which triplet and place a sample is from, found by comparing with all of them. */
  private List<Integer> origin(Triplets triplets, int side, ByteBuffer sample) {
    List<List<Integer>> found = new ArrayList<>();
    ByteBuffer other = ByteBuffer.allocate(sample.capacity());
    for (int index = 0; index < triplets.count(); index++) {
      for (int y = 0; y + side <= triplets.height(index); y++) {
        for (int x = 0; x + side <= triplets.width(index); x++) {
          triplets.read(index, x, y, side, other.clear());
          if (other.flip().equals(sample)) {
            found.add(List.of(index, x, y));
          }
        }
      }
    }
    assertEquals(1, found.size());
    return found.get(0);
  }

  @Test
  void samplesReachEveryTripletAndEveryPlaceToTheLast() throws IOException {
    Triplets triplets = store.training(6);
    int side = 9;
    Set<String> possible = new TreeSet<>();
    for (int index = 0; index < triplets.count(); index++) {
      for (int y = 0; y + side <= triplets.height(index); y++) {
        for (int x = 0; x + side <= triplets.width(index); x++) {
          possible.add(List.of(index, x, y).toString());
        }
      }
    }
    Random random = new Random(5);
    Set<String> reached = new TreeSet<>();
    ByteBuffer dst = ByteBuffer.allocateDirect(9 * side * side);
    for (int i = 0; i < 25 * possible.size(); i++) {
      triplets.sample(random, side, dst.clear());
      reached.add(origin(triplets, side, dst.flip()).toString());
    }
    assertEquals(possible, reached);
  }

  @Test
  void everyTripletIsAsLikelyWhateverItsSize() throws IOException {
    Triplets triplets = store.training(6);
    int[] hits = new int[triplets.count()];
    Random random = new Random(6);
    ByteBuffer dst = ByteBuffer.allocateDirect(9 * 100);
    int rounds = 300 * hits.length;
    for (int i = 0; i < rounds; i++) {
      triplets.sample(random, 10, dst.clear());
      hits[origin(triplets, 10, dst.flip()).get(0)]++;
    }
    for (int hit : hits) {
      // Five standard deviations of a binomial count around 300.
      assertEquals(300, hit, 5 * Math.sqrt(300));
    }
  }

  @Test
  void aSeedGivesTheSameSamples() throws IOException {
    Triplets triplets = store.training(1);
    assertArrayEquals(samples(triplets, 42), samples(triplets, 42));
    assertFalse(Arrays.equals(samples(triplets, 42), samples(triplets, 43)));
  }

  private static byte[] samples(Triplets triplets, long seed) {
    Random random = new Random(seed);
    ByteBuffer dst = ByteBuffer.allocate(20 * 9 * 25);
    for (int i = 0; i < 20; i++) {
      triplets.sample(random, 5, dst);
    }
    return dst.array();
  }

  @Test
  void severalThreadsReadTheSameBytesAsOne() throws IOException {
    Triplets triplets = store.training(1);
    List<byte[]> alone = IntStream.range(0, 64).mapToObj(seed -> samples(triplets, seed)).toList();
    List<byte[]> together =
        IntStream.range(0, 64).parallel().mapToObj(seed -> samples(triplets, seed)).toList();
    for (int seed = 0; seed < alone.size(); seed++) {
      assertArrayEquals(alone.get(seed), together.get(seed));
    }
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    Triplets triplets = store.training(1);
    ByteBuffer dst = ByteBuffer.allocateDirect(9 * 100);
    int last = triplets.count() - 1;
    assertThrows(IndexOutOfBoundsException.class, () -> triplets.read(last + 1, 0, 0, 10, dst));
    assertThrows(IndexOutOfBoundsException.class, () -> triplets.read(-1, 0, 0, 10, dst));
    assertThrows(IndexOutOfBoundsException.class, () -> triplets.frameOf(0, 3));
    assertThrows(IllegalArgumentException.class, () -> triplets.read(last, 1, 0, 10, dst));
    assertThrows(IllegalArgumentException.class, () -> triplets.read(last, 0, 4, 10, dst));
    assertThrows(IllegalArgumentException.class, () -> triplets.read(last, 0, -1, 5, dst));
    assertThrows(IllegalArgumentException.class, () -> triplets.read(last, 0, 0, 0, dst));
    assertThrows(
        IllegalArgumentException.class, () -> triplets.sample(new Random(1), 11, dst.clear()));
    ByteBuffer small = ByteBuffer.allocate(9 * 100 - 1);
    assertThrows(BufferOverflowException.class, () -> triplets.read(0, 0, 0, 10, small));
    assertEquals(0, small.position());
    Triplets none = store.heldOut(9);
    assertEquals(0, none.count());
    assertThrows(IllegalStateException.class, () -> none.sample(new Random(1), 5, dst.clear()));
  }
}
