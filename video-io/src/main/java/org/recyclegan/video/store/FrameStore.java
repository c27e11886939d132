package org.recyclegan.video.store;

import static java.nio.file.StandardOpenOption.READ;

import com.google.common.annotations.VisibleForTesting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadProgress;

/**
 * The training frames of one domain: decoded and resized once, kept as uint8 RGB in one file that
 * is mapped into memory, so that random triplets cost no decoding and no heap.
 *
 * <p>Several inputs may differ in size; each keeps its aspect, and its own width and height after
 * its short side was brought to {@link FrameStoreOptions#shortSide()}. Frames that repeat the one
 * before are not stored.
 *
 * <p>Safe for use from several threads at once.
 */
public final class FrameStore implements AutoCloseable {

  private final StoreIndex index;
  private final List<Clip> clips;
  private final int[] firstFrames;
  private final int frameCount;
  private final long bytes;
  private final Path file;
  private final FileChannel channel;
  private volatile @Nullable MappedFrames mapped;

  private FrameStore(Path file, FileChannel channel, StoreIndex index, MappedFrames mapped)
      throws IOException {
    this.file = file;
    this.channel = channel;
    this.index = index;
    this.mapped = mapped;
    bytes = channel.size();
    clips = index.clips().stream().map(StoredClip::clip).toList();
    firstFrames = clips.stream().mapToInt(Clip::firstFrame).toArray();
    frameCount = clips.stream().mapToInt(Clip::frames).sum();
  }

  /**
   * Reads the inputs once and builds a store from them, in place of the file that was there.
   *
   * @param file to build; whole or not at all
   * @param inputs video files and folders of pictures, at least one
   * @param options how to choose and store frames
   * @param opener opens an input, or one picture of a folder of triplets
   * @param progress told of every frame read
   * @throws InputException if there is no input, an input is missing or too small, nothing moves,
   *     no three frames follow each other, or the store would be larger than allowed
   * @throws IOException if reading or writing fails; nothing is then left behind
   */
  public static FrameStore create(
      Path file,
      List<Path> inputs,
      FrameStoreOptions options,
      FrameOpener opener,
      ReadProgress progress)
      throws IOException {
    FrameStoreBuilder.build(file, fingerprints(inputs), options, opener, progress);
    return open(file);
  }

  /**
   * Opens a store if it is complete, unharmed and what {@link #create} would build: from inputs of
   * the same content, with the same options. Builds it otherwise.
   *
   * @param file to open or to build
   * @param inputs as for {@link #create}
   * @param options as for {@link #create}
   * @param opener as for {@link #create}
   * @param progress as for {@link #create}
   * @throws InputException as for {@link #create}
   * @throws IOException if reading or writing fails
   */
  public static FrameStore createOrOpen(
      Path file,
      List<Path> inputs,
      FrameStoreOptions options,
      FrameOpener opener,
      ReadProgress progress)
      throws IOException {
    List<InputFingerprint> found = fingerprints(inputs);
    if (Files.exists(file)) {
      @Nullable FrameStore store = openIfUsable(file);
      if (store != null) {
        if (store.index.isOf(options, found)) {
          return store;
        }
        store.close();
      }
    }
    FrameStoreBuilder.build(file, found, options, opener, progress);
    return open(file);
  }

  /**
   * Opens a store that was built before, after checking every byte of it.
   *
   * @param file that was built
   * @throws InputException if the file is missing, incomplete, damaged or of another version
   * @throws IOException if reading fails
   */
  public static FrameStore open(Path file) throws IOException {
    return open(file, MappedFrames.SEGMENT_BYTES);
  }

  @VisibleForTesting
  static FrameStore open(Path file, long segmentBytes) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw StoreFooter.unusable(file, "no file");
    }
    FileChannel channel = FileChannel.open(file, READ);
    try {
      return open(file, channel, segmentBytes);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FrameStore open(Path file, FileChannel channel, long segmentBytes)
      throws IOException {
    StoreFooter footer = StoreFooter.read(file, channel);
    StoreIndex index = readIndex(file, channel, footer);
    List<Clip> clips = index.clips().stream().map(StoredClip::clip).toList();
    MappedFrames mapped = MappedFrames.map(channel, clips, segmentBytes);
    CRC32C crc = new CRC32C();
    for (ByteBuffer segment : mapped.segments()) {
      crc.update(segment.duplicate());
    }
    if ((int) crc.getValue() != footer.pixelCrc()) {
      throw StoreFooter.unusable(file, "damaged frames");
    }
    return new FrameStore(file, channel, index, mapped);
  }

  /**
   * Returns the clips in the order of their frames.
   *
   * @return one for each video and each folder of frames that has any, one for each triplet of a
   *     folder of triplets
   */
  public List<Clip> clips() {
    return clips;
  }

  /** Returns the options the store was built with. */
  public FrameStoreOptions options() {
    return index.options();
  }

  /** Returns the number of frames of all clips. */
  public int frameCount() {
    return frameCount;
  }

  /**
   * Returns the size of the store's file.
   *
   * @return bytes
   */
  public long bytes() {
    return bytes;
  }

  /**
   * Returns what was decided while building: cuts found, repeats left out, how folders were read.
   *
   * @return sentences for the user
   */
  public List<String> notes() {
    return index.notes();
  }

  /**
   * Returns what was not as it should be: frames lost to damage, inputs that are unusable.
   *
   * @return sentences for the user, empty where all went well
   */
  public List<String> warnings() {
    return index.warnings();
  }

  /**
   * Returns the clip that a frame belongs to.
   *
   * @param frame number in the store, 0 to {@code frameCount() - 1}
   * @throws IndexOutOfBoundsException if there is no such frame
   */
  public Clip clipOf(int frame) {
    return clips.get(clipIndexOf(frame));
  }

  /**
   * Returns when a frame is shown.
   *
   * @param frame number in the store, 0 to {@code frameCount() - 1}
   * @return ticks of its clip's time base
   * @throws IndexOutOfBoundsException if there is no such frame
   */
  public long pts(int frame) {
    StoredClip stored = index.clips().get(clipIndexOf(frame));
    return stored.pts().get(frame - stored.clip().firstFrame());
  }

  /**
   * Reads a frame.
   *
   * @param frame number in the store, 0 to {@code frameCount() - 1}
   * @param dst receives {@code 3 * width * height} bytes of its clip's size, RGB, HWC, from its
   *     position on, which advances
   * @throws IndexOutOfBoundsException if there is no such frame
   * @throws java.nio.BufferOverflowException if the buffer has less room
   * @throws IllegalStateException if the store is closed
   * @throws UncheckedIOException if the file was cut short meanwhile
   */
  public void frame(int frame, ByteBuffer dst) {
    StoredClip stored = index.clips().get(clipIndexOf(frame));
    Clip clip = stored.clip();
    copy(
        stored,
        frame - clip.firstFrame(),
        new MappedFrames.ByteCrop(0, 0, clip.rowBytes(), clip.height()),
        dst);
  }

  /**
   * Returns the triplets to train on: none reaches into a held-out part.
   *
   * @param stride stored frames from each frame of a triplet to the next, at least 1
   * @return at least one triplet
   * @throws InputException if no shot is long enough for this stride
   */
  public Triplets training(int stride) throws InputException {
    checkStride(stride);
    Triplets triplets = Triplets.training(this, index.clips(), stride);
    if (triplets.count() == 0) {
      int longest = clips.stream().mapToInt(Clip::trainingFrames).max().orElse(0);
      throw new InputException(
          "The videos are too short for a stride of " + stride,
          "at least " + (2L * stride + 1) + " different frames of one shot for training",
          "at most " + longest + " in a clip (" + frameCount + " frames in all)",
          "Use a smaller stride or longer videos.");
    }
    return triplets;
  }

  /**
   * Returns the triplets to evaluate on: all their frames are held out.
   *
   * @param stride stored frames from each frame of a triplet to the next, at least 1
   * @return possibly none, where the held-out parts are short
   */
  public Triplets heldOut(int stride) {
    checkStride(stride);
    return Triplets.heldOut(this, index.clips(), stride);
  }

  /**
   * Ends the use of the store. Its mappings take no heap; their addresses are given back when the
   * collector finds them unused, because taking them from under a reader would end the process.
   */
  @Override
  public void close() {
    mapped = null;
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void copy(StoredClip stored, int frameOfClip, MappedFrames.ByteCrop crop, ByteBuffer dst) {
    MappedFrames pixels = mapped;
    if (pixels == null) {
      throw new IllegalStateException("The frame store is closed");
    }
    requireWhole();
    Clip clip = stored.clip();
    long frameStart = stored.firstByte() + (long) frameOfClip * clip.frameBytes();
    pixels.copy(frameStart, clip.rowBytes(), crop, dst);
  }

  /**
   * Reading behind the end of a mapped file gives garbage and, later and elsewhere, an
   * InternalError; so the file's length is checked first.
   */
  private void requireWhole() {
    try {
      if (channel.size() < bytes) {
        throw new IOException("it has " + channel.size() + " bytes now, had " + bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The frames in "
              + file
              + " were changed while they were in use: "
              + e.getMessage()
              + ". Go on with `resume`; they are decoded again.",
          e);
    }
  }

  private int clipIndexOf(int frame) {
    if (frame < 0 || frame >= frameCount) {
      throw new IndexOutOfBoundsException("There are " + frameCount + " frames, none is " + frame);
    }
    int found = Arrays.binarySearch(firstFrames, frame);
    return found >= 0 ? found : -found - 2;
  }

  private static void checkStride(int stride) {
    if (stride < 1) {
      throw new IllegalArgumentException("stride: expected at least 1, found " + stride);
    }
  }

  private static List<InputFingerprint> fingerprints(List<Path> inputs) throws IOException {
    if (inputs.isEmpty()) {
      throw new InputException(
          "No input", "at least one video or folder of pictures", "none", "Name one.");
    }
    List<InputFingerprint> fingerprints = new ArrayList<>();
    for (Path input : inputs) {
      fingerprints.add(InputFingerprint.of(input));
    }
    return fingerprints;
  }

  private static @Nullable FrameStore openIfUsable(Path file) throws IOException {
    try {
      return open(file);
    } catch (InputException unusable) {
      // No matter what is wrong with it, building it again is the remedy.
      return null;
    }
  }

  private static StoreIndex readIndex(Path file, FileChannel channel, StoreFooter footer)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(footer.indexBytes());
    StoreFile.readFully(channel, bytes, footer.pixelBytes());
    CRC32C crc = new CRC32C();
    crc.update(bytes.array());
    if ((int) crc.getValue() != footer.indexCrc()) {
      throw StoreFooter.unusable(file, "a damaged index");
    }
    StoreIndex index = StoreIndex.fromBytes(bytes.array());
    if (index.pixelBytes() != footer.pixelBytes()) {
      throw StoreFooter.unusable(file, "an index that does not fit the frames");
    }
    return index;
  }
}
