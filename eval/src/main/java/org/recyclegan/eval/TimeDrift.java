package org.recyclegan.eval;

import java.util.Locale;
import java.util.Optional;
import org.recyclegan.video.Frame;
import org.recyclegan.video.VideoInfo;

/**
 * The difference in time between frames of the same number. Videos of one average rate may still
 * drift if one of them has frames of different durations.
 */
final class TimeDrift {

  /** Tolerated drift as a share of a frame's duration; rounding to a container's ticks is less. */
  private static final double TOLERATED = 0.5;

  private final VideoInfo output;
  private final VideoInfo other;
  private boolean started;
  private double offset;
  private double worst;

  TimeDrift(VideoInfo output, VideoInfo other) {
    this.output = output;
    this.other = other;
  }

  /** Takes the frames of the next number. */
  void add(Frame ofOutput, Frame ofOther) {
    double gap =
        other.timeBase().seconds(ofOther.pts()) - output.timeBase().seconds(ofOutput.pts());
    if (!started) {
      offset = gap;
      started = true;
    }
    worst = Math.max(worst, Math.abs(gap - offset));
  }

  /** Returns a warning, if any; different rates are reported elsewhere. */
  Optional<String> warning(String name) {
    double perSecond = output.rate().perSecond();
    if (perSecond != other.rate().perSecond() || worst * perSecond <= TOLERATED) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The %s and the output show frames of one number up to %.0f ms apart: one of them has"
                + " frames of different durations. They were paired by number.",
            name,
            1000 * worst));
  }
}
