package org.recyclegan.video.store;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.TimeBase;

/** Appends strips to a store, each as a clip of three frames. */
final class StripRecorder {

  private static final TimeBase ONE_A_FRAME = new TimeBase(1, 1);

  private final StoreFile out;
  private final FrameStoreOptions options;
  private final ShortSideScaler scaler;
  private int still;

  StripRecorder(StoreFile out, FrameStoreOptions options) {
    this.out = out;
    this.options = options;
    scaler = new ShortSideScaler(options.shortSide());
  }

  /**
   * Splits, resizes and appends a strip.
   *
   * @return its clip, or null where two frames in a row are the same, as nothing can be learnt then
   * @throws InputException if it cannot be split or its frames are too small
   */
  @Nullable StoredClip add(Path picture, Frame strip, String sha256, int firstFrame, int heldOut)
      throws IOException {
    List<Frame> parts = StripFolder.split(picture, strip);
    Size size = new Size(parts.get(0).width(), parts.get(0).height());
    scaler.requireLargeEnough(picture, size);
    List<byte[]> scaled = parts.stream().map(part -> scaler.apply(part).rgb()).toList();
    if (!moves(scaled)) {
      still++;
      return null;
    }
    long firstByte = out.pixelBytes();
    for (byte[] rgb : scaled) {
      out.append(rgb);
    }
    Size to = scaler.scaled(size);
    Clip clip =
        new Clip(
            picture,
            sha256,
            to.width(),
            to.height(),
            firstFrame,
            Triplets.LENGTH,
            heldOut,
            ONE_A_FRAME);
    return new StoredClip(clip, firstByte, ImmutableIntArray.of(), ImmutableLongArray.of(0, 1, 2));
  }

  /** Returns how many strips were left out because nothing moves in them. */
  int still() {
    return still;
  }

  private boolean moves(List<byte[]> scaled) {
    for (int i = 1; i < scaled.size(); i++) {
      if (MeanDifference.of(scaled.get(i - 1), scaled.get(i)) < options.staticThreshold()) {
        return false;
      }
    }
    return true;
  }
}
