package org.recyclegan.recycle.finish;

import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;

/**
 * Brings frames of any size to one: what is of another shape is cut to it around its centre. Not
 * safe for use from several threads at once.
 */
final class Fitting {

  private final Size size;
  private Size from;
  private @Nullable Resampler resampler;

  /**
   * Prepares to fit.
   *
   * @param size of the results
   */
  Fitting(Size size) {
    this.size = size;
    from = size;
  }

  /** Returns a frame of the size, at the same time; the same frame where nothing changes. */
  Frame apply(Frame frame) {
    Frame part = Crops.centre(frame, size);
    Size found = new Size(part.width(), part.height());
    if (found.equals(size)) {
      return part;
    }
    if (resampler == null || !found.equals(from)) {
      resampler = Resampler.of(found.width(), found.height(), size.width(), size.height());
      from = found;
    }
    return resampler.apply(part);
  }
}
