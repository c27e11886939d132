package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_TS_DISCONT;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.TimeBase;

/**
 * Where the clock of a file starts again, as in recordings that were joined by appending one to the
 * other, and what is then added to its times so that they go on. Pictures and sound of a part get
 * the same addition, so they stay together; a part begins where all of the one before has ended.
 *
 * <p>A part is known by its place in the file: of two streams the last packets of one part and the
 * first of the next come out in any order.
 *
 * @param unit of the additions: the time base of the video stream
 * @param parts in the order of the file, the first without an addition
 * @param ticks how long all parts are together
 * @param packets of video in all parts together
 * @param foreignStreams streams of video that begin behind the first part and are not read
 */
public record ClockSeams(
    TimeBase unit, ImmutableList<Part> parts, long ticks, long packets, int foreignStreams) {

  /**
   * One stretch of the file on one clock.
   *
   * @param position of its first byte
   * @param addition to its times, in the unit
   */
  public record Part(long position, long addition) {}

  /** Returns what is true of most files: one part. */
  static ClockSeams none(TimeBase unit) {
    return new ClockSeams(unit, ImmutableList.of(new Part(0, 0)), 0, 0, 0);
  }

  /**
   * Looks through a file for them, where it is of a kind that can be joined by appending.
   *
   * @param file open as {@code context}, which is left as it is
   * @throws InputException if the file cannot be opened once more
   */
  public static ClockSeams of(Path file, AVFormatContext context, ReadOptions options)
      throws InputException {
    OptionalInt video = StreamChoice.of(context).index();
    if (video.isEmpty()) {
      return none(TimeBase.MICROSECONDS);
    }
    AVStream stream = context.streams(video.getAsInt());
    TimeBase unit = new TimeBase(stream.time_base().num(), stream.time_base().den());
    String name = context.iformat().name().getString();
    boolean restarts = (context.iformat().flags() & AVFMT_TS_DISCONT) != 0;
    if (restarts || name.equals("nut") || MatroskaEnd.mayGoOn(name, file)) {
      return scan(file, unit, options);
    }
    return none(unit);
  }

  private static ClockSeams scan(Path file, TimeBase unit, ReadOptions options)
      throws InputException {
    AVFormatContext context = InputContainer.open(file);
    AVPacket packet = allocated(av_packet_alloc());
    try {
      Demuxer.findStreams(file, context, options);
      int video = StreamChoice.of(context).index().orElse(-1);
      if (video < 0) {
        return none(unit);
      }
      int audio = StreamChoice.audio(context, video);
      int known = context.nb_streams();
      SeamFinder finder =
          new SeamFinder(
              unit,
              unit.ticksOfFrame(
                  ContainerClaim.of(context, context.streams(video))
                      .rate()
                      .orElse(options.pictureRate())),
              (context.iformat().flags() & AVFMT_TS_DISCONT) != 0);
      while (av_read_frame(context, packet) >= 0) {
        int index = packet.stream_index();
        if (index == video || index == audio) {
          AVStream stream = context.streams(index);
          finder.add(
              index == video ? SeamFinder.VIDEO : SeamFinder.AUDIO,
              packet,
              new TimeBase(stream.time_base().num(), stream.time_base().den()));
        }
        av_packet_unref(packet);
      }
      int foreign = 0;
      for (int i = known; i < context.nb_streams(); i++) {
        if (context.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
          foreign++;
        }
      }
      return finder.finish(foreign);
    } finally {
      av_packet_free(packet);
      avformat_close_input(context);
    }
  }

  /** Returns how often the clock starts again. */
  int count() {
    return parts.size() - 1;
  }

  /** Returns what is added to the times of what lies at a place in the file. */
  public long addition(long position) {
    long addition = 0;
    for (Part part : parts) {
      if (part.position() > position) {
        break;
      }
      addition = part.addition();
    }
    return addition;
  }
}
