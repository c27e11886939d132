package org.recyclegan.recycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.excerpt.Excerpt;
import org.recyclegan.video.excerpt.FromZero;
import org.recyclegan.video.excerpt.Part;
import org.recyclegan.video.excerpt.PartSource;
import org.recyclegan.video.excerpt.Stretch;

/** A video that is retargeted, or the part of it that is, with the sound that belongs to it. */
final class SourceVideo {

  private final Session session;
  private final Path input;
  private final @Nullable Stretch stretch;
  private final VideoInfo info;
  private final List<FrameSource> opened = new ArrayList<>();

  private SourceVideo(Session session, Path input, @Nullable Stretch stretch, VideoInfo info) {
    this.session = session;
    this.input = input;
    this.stretch = stretch;
    this.info = info;
  }

  /**
   * Looks at a video. Where only a part is wanted, it is read once for the times of its frames.
   *
   * @throws org.recyclegan.video.InputException if it cannot be read, or has no such part
   */
  static SourceVideo of(Session session, Excerpt excerpt) throws IOException {
    Path input = excerpt.whole().name();
    Part part = excerpt.part();
    try (FrameSource whole = session.reader().open(input)) {
      VideoInfo info = whole.info();
      if (part.isAll()) {
        return new SourceVideo(session, input, null, info);
      }
      FrameSource watched = new StoppableSource(whole, session, "frame passed over");
      Stretch stretch = Stretch.find(watched, part, input.toString());
      return new SourceVideo(
          session, input, stretch, info.withFrameCount(OptionalLong.of(stretch.frames())));
    }
  }

  /** Describes the part. */
  VideoInfo info() {
    return info;
  }

  /** Opens the part, whose first frame then has time 0; of a whole video, all times are its own. */
  FrameSource open() throws IOException {
    FrameSource frames = frames();
    opened.add(frames);
    return frames;
  }

  /** Opens the part to look for a region in it. */
  FrameSource look() throws IOException {
    return new StoppableSource(frames(), session, "frame looked through");
  }

  private FrameSource frames() throws IOException {
    FrameSource whole = session.reader().open(input);
    return stretch == null
        ? whole
        : new FromZero(PartSource.of(whole, stretch.part(), input.toString()));
  }

  /** Adds the part's sound to what is written. */
  WriteOptions withSound(WriteOptions options) throws IOException {
    if (!info.hasAudio()) {
      return options;
    }
    WriteOptions all = options.withAudioFrom(session.reader().sound(input));
    return stretch == null ? all : all.withAudioSpan(stretch.span());
  }

  /** Returns what is to be said of the frames, once they were read. */
  List<String> warnings() {
    return opened.isEmpty() ? List.of() : opened.get(0).warnings();
  }
}
