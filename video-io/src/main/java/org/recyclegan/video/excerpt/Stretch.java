package org.recyclegan.video.excerpt;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.TimeSpan;

/**
 * What a part of a video has, found out by reading it once without its pictures.
 *
 * @param first number of its first frame, from 0
 * @param frames that it has, at least 1
 * @param span its time: from its first frame to the first frame after it; where there is none, to
 *     the part's own end, or to that of the file
 */
public record Stretch(long first, long frames, TimeSpan span) {

  /**
   * Goes through a video up to the end of a part.
   *
   * @param whole the video, at its beginning; not closed
   * @param part of it
   * @param name of the video, for messages
   * @throws InputException if no frame belongs to the part
   * @throws IOException if reading fails
   */
  public static Stretch find(FrameSource whole, Part part, String name) throws IOException {
    TimeBase base = whole.info().timeBase();
    PartCursor cursor = new PartCursor(name, part, whole.info());
    long first = 0;
    long start = 0;
    OptionalLong end = OptionalLong.empty();
    boolean ended = false;
    while (end.isEmpty() && !ended) {
      OptionalLong time = whole.skip();
      ended = time.isEmpty();
      if (ended) {
        break;
      }
      PartCursor.Place place = cursor.take(time.getAsLong());
      if (place == PartCursor.Place.AFTER) {
        end = time;
      } else if (place == PartCursor.Place.INSIDE && cursor.inside() == 1) {
        first = cursor.count() - 1;
        start = time.getAsLong();
      }
    }
    if (cursor.inside() == 0) {
      throw cursor.nothing(ended);
    }
    OptionalLong bound = end.isPresent() ? end : ownEnd(part, base, cursor.firstPts());
    return new Stretch(first, cursor.inside(), new TimeSpan(base, start, bound));
  }

  /** Sound may go on after the last frame, but not beyond a time that was given. */
  private static OptionalLong ownEnd(Part part, TimeBase base, long firstPts) {
    if (part.to().isEmpty() || part.to().get().frame()) {
      return OptionalLong.empty();
    }
    BigDecimal ticks =
        part.to()
            .get()
            .value()
            .multiply(BigDecimal.valueOf(base.den()))
            .divide(BigDecimal.valueOf(base.num()), 0, RoundingMode.CEILING);
    return OptionalLong.of(firstPts + ticks.longValue());
  }

  /** Returns its frames as a part, for which no time has to be compared any more. */
  public Part part() {
    return Part.ofFrames(first, frames);
  }
}
