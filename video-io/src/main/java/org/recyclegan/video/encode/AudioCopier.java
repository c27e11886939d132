package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_SUBTITLE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_compare_ts;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.TimeSpan;
import org.recyclegan.video.decode.ClockSeams;
import org.recyclegan.video.decode.InputContainer;
import org.recyclegan.video.decode.InputPath;
import org.recyclegan.video.decode.StreamChoice;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/**
 * Copies the best audio stream of a file, packet by packet, as it is. Read no further than the
 * video has come, so that memory does not grow with length; what follows the last frame is copied
 * as well. Times are counted from the start of the source's container, as the frames' are, or from
 * the start of a span of its time; of packets on the border of a span, those are copied that lie
 * mostly inside.
 *
 * <p>Audio is never a reason to lose a video: what cannot be read is left out with a warning.
 */
final class AudioCopier implements Closeable {

  private final Path source;
  private final boolean negativeTimes;
  private final Consumer<String> warnings;
  private final AVFormatContext format;
  private final int streamIndex;
  private final AVRational unit;
  private final TimeBase base;
  private final long start;
  private final boolean cut;
  private final long end;
  private final ClockSeams seams;
  private final AVPacket packet;
  private boolean pending;
  private boolean done;
  private boolean started;
  private boolean early;
  private long lastDts;
  private long nextDts;
  private long position;

  /**
   * Opens the source.
   *
   * @param span what of its time is copied
   * @param negativeTimes whether packets that lie mostly before time 0 are copied
   * @param warnings told what is left out
   * @throws NoAudioException if it has no audio
   * @throws IOException if it cannot be read
   */
  AudioCopier(
      Path source, Optional<TimeSpan> span, boolean negativeTimes, Consumer<String> warnings)
      throws IOException {
    this.source = source;
    this.negativeTimes = negativeTimes;
    this.warnings = warnings;
    Closer onFailure = Closer.create();
    try {
      InputPath.requireReadable(source);
      packet = allocated(av_packet_alloc());
      onFailure.register(() -> av_packet_free(packet));
      format = InputContainer.open(source);
      onFailure.register(() -> avformat_close_input(format));
      check(avformat_find_stream_info(format, (AVDictionary) null), "read " + source);
      streamIndex = StreamChoice.audio(format, StreamChoice.of(format).index().orElse(-1));
      if (streamIndex < 0) {
        throw new NoAudioException(source + " has no audio");
      }
      warnOfOthers();
      seams = ClockSeams.of(source, format, ReadOptions.defaults());
      InputContainer.readOnly(format, streamIndex);
      unit = format.streams(streamIndex).time_base();
      base = new TimeBase(unit.num(), unit.den());
      cut = span.isPresent();
      long from = span.map(part -> base.nearest(part.start(), part.base())).orElse(0L);
      start = InputContainer.startTicks(format, base) + from;
      end = span.map(part -> endOf(part) - from).orElse(Long.MAX_VALUE);
    } catch (IOException | RuntimeException | Error e) {
      onFailure.close();
      throw e;
    }
  }

  private long endOf(TimeSpan span) {
    return span.end().isPresent()
        ? base.nearest(span.end().getAsLong(), span.base())
        : Long.MAX_VALUE / 2;
  }

  private void warnOfOthers() {
    int others = 0;
    for (int i = 0; i < format.nb_streams(); i++) {
      int kind = format.streams(i).codecpar().codec_type();
      if (i != streamIndex && (kind == AVMEDIA_TYPE_AUDIO || kind == AVMEDIA_TYPE_SUBTITLE)) {
        others++;
      }
    }
    if (others > 0) {
      warnings.accept(
          "Of the sound of "
              + source
              + " the best stream is kept; other sound and subtitles are left out: "
              + others
              + " streams.");
    }
  }

  /** Returns the form of the packets. */
  AVCodecParameters parameters() {
    return format.streams(streamIndex).codecpar();
  }

  /**
   * Copies what is heard until a moment.
   *
   * @param time of the video packet that is about to be written
   * @param timeUnit the unit of that time
   */
  void copyUntil(long time, AVRational timeUnit, Muxer muxer) throws IOException {
    while (peek() && av_compare_ts(packet.dts(), unit, time, timeUnit) <= 0) {
      copy(muxer);
    }
  }

  /** Copies everything that is left. */
  void copyRest(Muxer muxer) throws IOException {
    while (peek()) {
      copy(muxer);
    }
  }

  private void copy(Muxer muxer) throws IOException {
    boolean taken = muxer.writeAudio(packet, unit);
    av_packet_unref(packet);
    pending = false;
    if (!taken) {
      done = true;
      warnings.accept(
          "The audio of " + source + " is damaged: the output has it only up to the damage.");
    }
  }

  /** Makes the next packet pending; false if there is none. */
  private boolean peek() {
    while (!pending && !done) {
      int code = av_read_frame(format, packet);
      if (code < 0) {
        done = true;
        if (code != AVERROR_EOF()) {
          warnings.accept(
              "The audio of "
                  + source
                  + " can only be read in part ("
                  + Ffmpeg.errorText(code)
                  + "); the rest is left out.");
        }
      } else if (packet.stream_index() == streamIndex && placeInTime()) {
        pending = true;
      } else {
        av_packet_unref(packet);
      }
    }
    return pending;
  }

  /**
   * Moves the packet to the output's time; false if it belongs before its start or after its end.
   */
  private boolean placeInTime() {
    long dts = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    position = packet.pos() >= 0 ? packet.pos() : position;
    if (dts == AV_NOPTS_VALUE) {
      // Some packets of MPEG streams have no time of their own: they follow the one before.
      dts = nextDts;
    } else {
      dts += base.nearest(seams.addition(position), seams.unit()) - start;
    }
    if (cut && !isInside(dts)) {
      nextDts = dts + packet.duration();
      return false;
    }
    if (!negativeTimes && dts < 0 && dts + packet.duration() / 2 <= 0) {
      if (!started && !early) {
        early = true;
        warnings.accept(
            "The sound of "
                + source
                + " begins before the pictures (encoders put a little there to warm up on); this"
                + " format has no place for it, so that part is left out. .mp4 keeps it.");
      }
      return false;
    }
    // Containers refuse times that do not increase, as at the seams of badly cut streams.
    packet.dts(started ? Math.max(dts, lastDts + 1) : dts);
    started = true;
    packet.pts(packet.dts());
    lastDts = packet.dts();
    nextDts = lastDts + packet.duration();
    return true;
  }

  /** Sees the end as well, so that what follows is not read for nothing. */
  private boolean isInside(long dts) {
    long middle = dts + packet.duration() / 2;
    done = middle >= end;
    return middle >= 0 && !done;
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avformat_close_input(format);
  }
}
