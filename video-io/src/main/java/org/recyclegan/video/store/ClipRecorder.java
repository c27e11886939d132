package org.recyclegan.video.store;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.io.IOException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Size;
import org.recyclegan.video.TimeBase;

/** Appends the frames of one clip to a store: resized, without repeats, watching for cuts. */
final class ClipRecorder {

  private final StoreFile out;
  private final FrameStoreOptions options;
  private final ShortSideScaler scaler;
  private final Size size;
  private final ShotCuts shotCuts;
  private final long firstByte;
  private final ImmutableLongArray.Builder pts = ImmutableLongArray.builder();
  private final ImmutableIntArray.Builder breaks = ImmutableIntArray.builder();
  private byte @Nullable [] last;
  private boolean broken;
  private int kept;
  private long repeats;

  /**
   * Begins a clip.
   *
   * @param out the store to append to
   * @param options size and what a repeat is
   * @param source size of the clip's frames before resizing
   */
  ClipRecorder(StoreFile out, FrameStoreOptions options, Size source) {
    this.out = out;
    this.options = options;
    scaler = new ShortSideScaler(options.shortSide());
    size = scaler.scaled(source);
    shotCuts = ShotCuts.of(size.width(), size.height());
    firstByte = out.pixelBytes();
  }

  void add(Frame frame) throws IOException {
    byte[] rgb = scaler.apply(frame).rgb();
    if (last != null && MeanDifference.of(last, rgb) < options.staticThreshold()) {
      repeats++;
      return;
    }
    if (broken) {
      breaks.add(kept);
      broken = false;
    }
    out.append(rgb);
    pts.add(frame.pts());
    // Only of the frames that are kept: see ShotCuts.add.
    shotCuts.add(rgb);
    last = rgb;
    kept++;
  }

  /** Marks that frames are missing here, so that no triplet may reach across. */
  void interrupt() {
    broken = kept > 0;
  }

  int kept() {
    return kept;
  }

  long repeats() {
    return repeats;
  }

  /** Ends the clip, which must have a frame. */
  StoredClip finish(InputFingerprint input, int firstFrame, TimeBase timeBase) {
    int heldOut = heldOut(kept, options);
    Clip clip =
        new Clip(
            input.path(),
            input.sha256(),
            size.width(),
            size.height(),
            firstFrame,
            kept,
            heldOut,
            timeBase);
    return new StoredClip(clip, firstByte, merged(shotCuts.finish(), breaks.build()), pts.build());
  }

  private static ImmutableIntArray merged(ImmutableIntArray cuts, ImmutableIntArray breaks) {
    return ImmutableIntArray.copyOf(
        IntStream.concat(cuts.stream(), breaks.stream()).sorted().distinct());
  }

  /** Returns how many of a number of things are held out: the fraction, rounded, halves up. */
  static int heldOut(int of, FrameStoreOptions options) {
    return (int) Math.round(of * options.heldOutFraction());
  }
}
