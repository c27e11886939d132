package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import com.google.common.math.IntMath;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.TimeBase;

/**
 * What a container says about its video stream before anything is decoded.
 *
 * @param timeBase of the stream
 * @param rate average frames a second, where stated or guessed by FFmpeg
 * @param announcedFrames number of frames that the header states, if any
 * @param exactFrames number of frames that will be shown, where a complete index states it
 * @param seconds duration of the stream or else of the container
 * @param variableRate whether the times between frames differ, where a complete index states it
 * @param startTicks where the container starts, in ticks of the stream
 */
record ContainerClaim(
    TimeBase timeBase,
    Optional<FrameRate> rate,
    OptionalLong announcedFrames,
    OptionalLong exactFrames,
    OptionalDouble seconds,
    Optional<Boolean> variableRate,
    long startTicks) {

  static ContainerClaim of(AVFormatContext context, AVStream stream) {
    TimeBase timeBase = new TimeBase(stream.time_base().num(), stream.time_base().den());
    boolean movIndex = context.iformat().name().getString().startsWith("mov,");
    return new ContainerClaim(
        timeBase,
        rate(context, stream),
        stream.nb_frames() > 0 ? OptionalLong.of(stream.nb_frames()) : OptionalLong.empty(),
        movIndex ? shown(stream) : OptionalLong.empty(),
        seconds(context, stream, timeBase),
        movIndex ? variable(stream) : Optional.empty(),
        InputContainer.startTicks(context, timeBase));
  }

  /** Returns the same of a file of several parts, whose header speaks of one of them. */
  ContainerClaim joined(ClockSeams seams) {
    return seams.count() == 0
        ? this
        : new ContainerClaim(
            timeBase,
            rate,
            OptionalLong.of(seams.packets()),
            OptionalLong.empty(),
            OptionalDouble.of(timeBase.seconds(seams.ticks())),
            variableRate,
            startTicks);
  }

  /** Returns the same of a file whose header speaks of the first of its frames only. */
  ContainerClaim uncounted() {
    return new ContainerClaim(
        timeBase,
        rate,
        OptionalLong.empty(),
        OptionalLong.empty(),
        seconds,
        Optional.empty(),
        startTicks);
  }

  /** Returns the stated number of frames, or else what duration and rate make of it. */
  OptionalLong expectedFrames() {
    OptionalLong stated = exactFrames.isPresent() ? exactFrames : announcedFrames;
    if (stated.isPresent() || rate.isEmpty() || seconds.isEmpty()) {
      return stated;
    }
    long frames = Math.round(seconds.getAsDouble() * rate.get().perSecond());
    return frames > 0 ? OptionalLong.of(frames) : OptionalLong.empty();
  }

  private static Optional<FrameRate> rate(AVFormatContext context, AVStream stream) {
    AVRational average = stream.avg_frame_rate();
    if (average.num() > 0 && average.den() > 0) {
      return Optional.of(reduced(average));
    }
    try (AVRational guess = av_guess_frame_rate(context, stream, (AVFrame) null)) {
      return guess.num() > 0 && guess.den() > 0 ? Optional.of(reduced(guess)) : Optional.empty();
    }
  }

  private static FrameRate reduced(AVRational rate) {
    int divisor = IntMath.gcd(rate.num(), rate.den());
    return new FrameRate(rate.num() / divisor, rate.den() / divisor);
  }

  /** Counts the index of a MOV or MP4 file, in which an edit list hides frames. */
  private static OptionalLong shown(AVStream stream) {
    // Frames before the cut stay in the index, marked; others have left it already.
    long shown = 0;
    int entries = avformat_index_get_entries_count(stream);
    for (int i = 0; i < entries; i++) {
      int flags = avformat_index_get_entry(stream, i).flags();
      if ((flags & AVIndexEntry.AVINDEX_DISCARD_FRAME) == 0) {
        shown++;
      }
    }
    return stream.nb_frames() > 0 && shown > 0
        ? OptionalLong.of(Math.min(stream.nb_frames(), shown))
        : OptionalLong.empty();
  }

  private static OptionalDouble seconds(
      AVFormatContext context, AVStream stream, TimeBase timeBase) {
    if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
      return OptionalDouble.of(timeBase.seconds(stream.duration()));
    }
    if (context.duration() != AV_NOPTS_VALUE && context.duration() > 0) {
      return OptionalDouble.of(TimeBase.MICROSECONDS.seconds(context.duration()));
    }
    return OptionalDouble.empty();
  }

  private static Optional<Boolean> variable(AVStream stream) {
    int entries = avformat_index_get_entries_count(stream);
    if (entries < 2 || entries != stream.nb_frames()) {
      return Optional.empty();
    }
    long usual = 0;
    long last = 0;
    for (int i = 0; i < entries; i++) {
      AVIndexEntry entry = avformat_index_get_entry(stream, i);
      long time = entry.timestamp();
      if (i == 1) {
        usual = time - last;
      } else if (i > 1 && time - last != usual) {
        return Optional.of(true);
      }
      last = time;
    }
    return Optional.of(false);
  }
}
