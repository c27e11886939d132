package org.recyclegan.video.excerpt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a video in time. A frame belongs to it if it is shown at {@code from} or later and
 * before {@code to}; time 0 is the first frame's.
 *
 * @param from the first moment; empty for the beginning
 * @param to the first moment that does not belong to it any more; empty for the end
 */
public record Part(Optional<TimePoint> from, Optional<TimePoint> to) {

  /** The whole video. */
  public static final Part ALL = new Part(Optional.empty(), Optional.empty());

  private static final char DASH = '-';

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the part ends where it begins, or before
   */
  public Part {
    if (from.isPresent() && to.isPresent() && !isBefore(from.get(), to.get())) {
      throw new IllegalArgumentException(
          "expected a part that begins before it ends, found one from "
              + from.get()
              + " to "
              + to.get());
    }
  }

  /** Times and frames cannot be compared before the video is read. */
  private static boolean isBefore(TimePoint from, TimePoint to) {
    return from.frame() != to.frame() || from.value().compareTo(to.value()) < 0;
  }

  /**
   * Returns the part between two moments.
   *
   * @param from as {@link TimePoint#parse} reads it, or null for the beginning
   * @param to likewise, or null for the end
   * @throws IllegalArgumentException if one is no moment, or they are in the wrong order
   */
  public static Part between(@Nullable String from, @Nullable String to) {
    return new Part(
        Optional.ofNullable(from).map(TimePoint::parse),
        Optional.ofNullable(to).map(TimePoint::parse));
  }

  /** Returns some frames. */
  static Part ofFrames(long first, long count) {
    return new Part(
        Optional.of(TimePoint.ofFrame(first)), Optional.of(TimePoint.ofFrame(first + count)));
  }

  /**
   * Reads a part with a dash between its moments, either of which may be missing.
   *
   * @param text such as {@code 0:10-0:20}, {@code 10-} or {@code -240f}
   * @throws IllegalArgumentException if it is none
   */
  public static Part parse(String text) {
    int dash = text.indexOf(DASH);
    if (dash < 0 || text.length() == 1) {
      throw new IllegalArgumentException(
          "expected FROM-TO, FROM- or -TO, each " + TimePoint.EXPECTED + ", found '" + text + "'");
    }
    String to = text.substring(dash + 1);
    return between(dash == 0 ? null : text.substring(0, dash), to.isEmpty() ? null : to);
  }

  /** Returns whether it is the whole video. */
  public boolean isAll() {
    return from.isEmpty() && to.isEmpty();
  }

  /** Returns the shortest text that {@link #parse} reads as this part; "all" for the whole. */
  @Override
  public String toString() {
    return isAll()
        ? "all"
        : from.map(TimePoint::toString).orElse("") + DASH + to.map(TimePoint::toString).orElse("");
  }
}
