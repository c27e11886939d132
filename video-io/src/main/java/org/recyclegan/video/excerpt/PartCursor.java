package org.recyclegan.video.excerpt;

import java.math.BigDecimal;
import java.util.Locale;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;

/** Tells of the frames of a video, one after the other, which belong to a part of it. */
final class PartCursor {

  /** Where a frame lies. */
  enum Place {
    BEFORE,
    INSIDE,
    AFTER
  }

  private final String name;
  private final Part part;
  private final VideoInfo info;
  private long count;
  private long firstPts;
  private long lastPts;
  private long inside;

  /**
   * Begins before the first frame.
   *
   * @param name of the video, for messages
   */
  PartCursor(String name, Part part, VideoInfo info) {
    this.name = name;
    this.part = part;
    this.info = info;
  }

  /** Takes the next frame's time. */
  Place take(long pts) {
    if (count == 0) {
      firstPts = pts;
    }
    lastPts = pts;
    long number = count++;
    long ticks = pts - firstPts;
    if (part.from().isPresent() && !part.from().get().isReached(number, ticks, info.timeBase())) {
      return Place.BEFORE;
    }
    if (part.to().isPresent() && part.to().get().isReached(number, ticks, info.timeBase())) {
      return Place.AFTER;
    }
    inside++;
    return Place.INSIDE;
  }

  /** Returns how many frames were inside so far. */
  long inside() {
    return inside;
  }

  /** Returns how many frames were taken so far. */
  long count() {
    return count;
  }

  /** Returns whether the next frame is certain to lie before the part, whatever its time. */
  boolean isBeforeFrame() {
    return part.from().isPresent()
        && part.from().get().frame()
        && BigDecimal.valueOf(count).compareTo(part.from().get().value()) < 0;
  }

  /** Returns the time of the first frame. */
  long firstPts() {
    return firstPts;
  }

  /**
   * Says why a part has no frame.
   *
   * @param ended whether the video was read to its end
   */
  InputException nothing(boolean ended) {
    String from = part.from().map(TimePoint::toString).orElse("0");
    if (ended) {
      long ticks = lastPts - firstPts + info.timeBase().ticksOfFrame(info.rate());
      return new InputException(
          name + ": the part begins beyond the end",
          "a time or a frame of the video, which has "
              + count
              + (count == 1 ? " frame" : " frames")
              + " and lasts "
              + seconds(ticks)
              + " s",
          from,
          "Choose an earlier one.");
    }
    return new InputException(
        name + ": no frame lies in the part " + part,
        "a frame at its beginning or later, and before its end",
        "the next one at "
            + seconds(lastPts - firstPts)
            + " s, which is frame "
            + (count - 1)
            + "f",
        "Choose a later end or an earlier beginning.");
  }

  private String seconds(long ticks) {
    return String.format(Locale.ROOT, "%.3f", info.timeBase().seconds(ticks));
  }
}
