package org.recyclegan.eval;

import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;

/** The videos at one frame number. */
record FrameSet(VideoWindow output, VideoWindow source, @Nullable VideoWindow reference) {

  /** The truth; only metrics that were planned with one may ask. */
  VideoWindow truth() {
    VideoWindow track = reference;
    if (track == null) {
      throw new IllegalStateException("There is no reference");
    }
    return track;
  }

  /** Begins with the first frames; {@code depth} frames before the current ones are to be held. */
  static FrameSet begin(AlignedFrames.Aligned frames, int depth) {
    Frame truth = frames.reference();
    return new FrameSet(
        VideoWindow.begin(frames.output(), depth),
        VideoWindow.begin(frames.source(), depth),
        truth == null ? null : VideoWindow.begin(truth, depth));
  }

  /** Returns the next moment. */
  FrameSet advance(AlignedFrames.Aligned frames) {
    Frame truth = frames.reference();
    return new FrameSet(
        output.advance(frames.output()),
        source.advance(frames.source()),
        truth == null ? null : truth().advance(truth));
  }
}
