package org.recyclegan.eval;

import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;

/** The videos at one frame number. */
record Moment(Track output, Track source, @Nullable Track reference) {

  /** The truth; only metrics that were planned with one may ask. */
  Track truth() {
    Track track = reference;
    if (track == null) {
      throw new IllegalStateException("There is no reference");
    }
    return track;
  }

  void advance(AlignedFrames.Aligned frames) {
    output.advance(frames.output());
    source.advance(frames.source());
    Frame truth = frames.reference();
    if (truth != null) {
      truth().advance(truth);
    }
  }
}
