package org.recyclegan.video.excerpt;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoInfo;

/**
 * A part of a video. What lies before it is decoded and passed over, what lies after it is not
 * read. Frames keep their times.
 */
public final class PartSource implements FrameSource {

  private final FrameSource whole;
  private final PartCursor cursor;
  private final VideoInfo info;
  private @Nullable Frame first;
  private boolean ended;

  private PartSource(FrameSource whole, Part part, String name) throws IOException {
    this.whole = whole;
    cursor = new PartCursor(name, part, whole.info());
    first = findFirst();
    info = describe(part);
  }

  /**
   * Goes to the first frame of a part.
   *
   * @param whole the video, at its beginning; closed with the result, and if there is none
   * @param part of it
   * @param name of the video, for messages
   * @throws InputException if no frame belongs to the part
   * @throws IOException if reading fails
   */
  public static FrameSource of(FrameSource whole, Part part, String name) throws IOException {
    if (part.isAll()) {
      return whole;
    }
    try {
      return new PartSource(whole, part, name);
    } catch (IOException | RuntimeException | Error e) {
      whole.close();
      throw e;
    }
  }

  private Frame findFirst() throws IOException {
    while (cursor.isBeforeFrame()) {
      OptionalLong time = whole.skip();
      if (time.isEmpty()) {
        throw cursor.nothing(/* ended= */ true);
      }
      cursor.take(time.getAsLong());
    }
    while (true) {
      Frame frame = whole.next();
      if (frame == null) {
        throw cursor.nothing(/* ended= */ true);
      }
      switch (cursor.take(frame.pts())) {
        case BEFORE -> {}
        case INSIDE -> {
          return frame;
        }
        case AFTER -> throw cursor.nothing(/* ended= */ false);
      }
    }
  }

  /** The number of frames is an estimate where times bound the part. */
  private VideoInfo describe(Part part) {
    VideoInfo of = whole.info();
    long before = cursor.count() - 1;
    long left = of.frameCount().orElse(Long.MAX_VALUE) - before;
    long wanted =
        part.to()
            .map(
                to ->
                    to.frame()
                        ? to.value().longValue() - before
                        : (long) Math.ceil(to.value().doubleValue() * of.rate().perSecond())
                            - before)
            .orElse(Long.MAX_VALUE);
    long expected = Math.max(1, Math.min(left, wanted));
    return new VideoInfo(
        of.width(),
        of.height(),
        of.rate(),
        of.timeBase(),
        expected >= Long.MAX_VALUE - before ? OptionalLong.empty() : OptionalLong.of(expected),
        of.hasAudio());
  }

  @Override
  public VideoInfo info() {
    return info;
  }

  @Override
  public @Nullable Frame next() throws IOException {
    if (first != null) {
      Frame frame = first;
      first = null;
      return frame;
    }
    if (ended) {
      return null;
    }
    Frame frame = whole.next();
    ended = frame == null || cursor.take(frame.pts()) == PartCursor.Place.AFTER;
    return ended ? null : frame;
  }

  @Override
  public OptionalLong skip() throws IOException {
    if (first != null) {
      OptionalLong time = OptionalLong.of(first.pts());
      first = null;
      return time;
    }
    if (ended) {
      return OptionalLong.empty();
    }
    OptionalLong time = whole.skip();
    ended = time.isEmpty() || cursor.take(time.getAsLong()) == PartCursor.Place.AFTER;
    return ended ? OptionalLong.empty() : time;
  }

  @Override
  public List<String> warnings() {
    return whole.warnings();
  }

  @Override
  public void close() throws IOException {
    first = null;
    ended = true;
    whole.close();
  }
}
