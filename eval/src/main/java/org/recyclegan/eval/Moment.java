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

  /** Begins with the first frames; {@code depth} frames before the current ones are to be held. */
  static Moment begin(AlignedFrames.Aligned frames, int depth) {
    Frame truth = frames.reference();
    return new Moment(
        Track.begin(frames.output(), depth),
        Track.begin(frames.source(), depth),
        truth == null ? null : Track.begin(truth, depth));
  }

  /** Returns the next moment. */
  Moment advance(AlignedFrames.Aligned frames) {
    Frame truth = frames.reference();
    return new Moment(
        output.advance(frames.output()),
        source.advance(frames.source()),
        truth == null ? null : truth().advance(truth));
  }
}
