package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_APNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/** An open container, of which only the packets of one video stream are read. */
final class Demuxer implements AutoCloseable {

  /** FFmpeg looks only into the headers of these to learn the size, so it comes out in full. */
  private static final ImmutableSet<Integer> SIZED_BY_HEADER =
      ImmutableSet.of(
          AV_CODEC_ID_PNG, AV_CODEC_ID_APNG, AV_CODEC_ID_MJPEG, AV_CODEC_ID_H264, AV_CODEC_ID_HEVC);

  private final Path file;
  private final AVFormatContext context;
  private final StreamChoice choice;
  private final ClockSeams seams;
  private final JpegEnd.State end;
  private final OptionalInt brokenPicture;
  private long position;
  private long packets;

  private Demuxer(Path file, AVFormatContext context, StreamChoice choice, ClockSeams seams) {
    this.file = file;
    this.context = context;
    this.choice = choice;
    this.seams = seams;
    end = isPicture() ? JpegEnd.of(file) : JpegEnd.State.WHOLE;
    brokenPicture =
        context.iformat().name().getString().equals("gif")
            ? GifEnd.brokenPicture(file)
            : OptionalInt.empty();
  }

  /**
   * Opens a file and chooses its video stream.
   *
   * @throws InputException if it cannot be opened, holds no video, or claims pictures larger than
   *     the limit
   */
  static Demuxer open(Path file, ReadOptions options) throws InputException {
    AVFormatContext context = InputContainer.open(file);
    try {
      refuseLargePictures(file, context, options);
      findStreams(file, context, options);
      refuseLargePictures(file, context, options);
      StreamChoice choice = StreamChoice.of(context);
      refuseTiles(file, context);
      int video = choice.index().orElseThrow(() -> noVideo(file, context));
      ClockSeams seams = ClockSeams.of(file, context, options);
      InputContainer.readOnly(context, video);
      return new Demuxer(file, context, choice, seams);
    } catch (InputException | RuntimeException e) {
      avformat_close_input(context);
      throw e;
    }
  }

  Path file() {
    return file;
  }

  AVFormatContext context() {
    return context;
  }

  StreamChoice choice() {
    return choice;
  }

  AVStream stream() {
    return context.streams(choice.index().orElseThrow());
  }

  /** Returns what the file says of its video, as far as all of the file bears it out. */
  ContainerClaim claim() {
    ContainerClaim claim = ContainerClaim.of(context, stream()).joined(seams);
    boolean mov = context.iformat().name().getString().startsWith("mov,");
    return mov && Mp4Boxes.hasFragments(file) ? claim.uncounted() : claim;
  }

  /** Returns where the clock starts again; the times of the packets go on there. */
  ClockSeams seams() {
    return seams;
  }

  /** Returns whether the file is one picture and no video. */
  boolean isPicture() {
    String format = context.iformat().name().getString();
    return format.endsWith("_pipe") || format.startsWith("image2");
  }

  /** Returns whether an animation's file ends before its end. */
  boolean endsEarly() {
    return brokenPicture.isPresent();
  }

  /** Returns how a picture's file ends, since decoders make up what is missing. */
  JpegEnd.State end() {
    return end;
  }

  boolean hasAudio() {
    return countStreams(context, AVMEDIA_TYPE_AUDIO) > 0;
  }

  /**
   * Reads the next packet of the video stream.
   *
   * @return false at the end, or where the file cannot be read further, which is noted
   */
  boolean read(AVPacket packet, ReadLog log) {
    while (true) {
      int code = av_read_frame(context, packet);
      if (code < 0) {
        if (code != AVERROR_EOF) {
          log.note("The file could not be read to its end (" + Ffmpeg.errorText(code) + ").");
        }
        return false;
      }
      if (packet.stream_index() == choice.index().orElseThrow()) {
        goOn(packet);
        if (brokenPicture.isPresent() && packets == brokenPicture.getAsInt()) {
          packet.flags(packet.flags() | AV_PKT_FLAG_CORRUPT);
        }
        packets++;
        return true;
      }
      av_packet_unref(packet);
    }
  }

  private void goOn(AVPacket packet) {
    position = packet.pos() >= 0 ? packet.pos() : position;
    long addition = seams.addition(position);
    if (addition != 0) {
      if (packet.pts() != AV_NOPTS_VALUE) {
        packet.pts(packet.pts() + addition);
      }
      if (packet.dts() != AV_NOPTS_VALUE) {
        packet.dts(packet.dts() + addition);
      }
    }
  }

  @Override
  public void close() {
    avformat_close_input(context);
  }

  /** Looks into the streams, without decoding pictures beyond the limits. */
  static void findStreams(Path file, AVFormatContext context, ReadOptions options)
      throws InputException {
    int streams = context.nb_streams();
    List<AVDictionary> perStream = new ArrayList<>();
    try (PointerPointer<AVDictionary> array = new PointerPointer<>(Math.max(1, streams))) {
      for (int i = 0; i < streams; i++) {
        AVDictionary limits = new AVDictionary(null);
        AVCodecParameters parameters = context.streams(i).codecpar();
        if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO
            && !SIZED_BY_HEADER.contains(parameters.codec_id())) {
          av_dict_set(limits, "max_pixels", Long.toString(options.maxPaddedPixels()), 0);
        }
        perStream.add(limits);
        array.put(i, limits);
      }
      int code = avformat_find_stream_info(context, array);
      for (int i = 0; i < streams; i++) {
        // FFmpeg replaces the dictionaries by what it did not use.
        perStream.set(i, new AVDictionary(array.get(i)));
      }
      if (code < 0) {
        throw new InputException(
            file + ": its streams cannot be made out",
            "at least one stream that FFmpeg decodes",
            Ffmpeg.errorText(code),
            "The file is damaged; get or export it again.");
      }
    } finally {
      perStream.forEach(limits -> av_dict_free(limits));
    }
  }

  private static void refuseLargePictures(Path file, AVFormatContext context, ReadOptions options)
      throws InputException {
    for (int i = 0; i < context.nb_streams(); i++) {
      AVCodecParameters parameters = context.streams(i).codecpar();
      if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO) {
        options.limits().requireSize(file.toString(), parameters.width(), parameters.height());
      }
    }
  }

  /** One tile would be read in place of the picture. */
  private static void refuseTiles(Path file, AVFormatContext context) throws InputException {
    for (int i = 0; i < context.nb_stream_groups(); i++) {
      AVStreamGroup group = context.stream_groups(i);
      if (group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID) {
        AVStreamGroupTileGrid grid = group.params_tile_grid();
        throw new InputException(
            file + ": a picture made of tiles, as phones write HEIC",
            "a picture in one piece",
            grid.nb_tiles() + " tiles that make " + grid.width() + "x" + grid.height(),
            "Convert it to PNG or JPEG first.");
      }
    }
  }

  private static InputException noVideo(Path file, AVFormatContext context) {
    int audio = countStreams(context, AVMEDIA_TYPE_AUDIO);
    int streams = context.nb_streams();
    return new InputException(
        file + ": holds no video",
        "a video stream",
        audio > 0
            ? "only sound ("
                + audio
                + " audio streams)"
                + (StreamChoice.hasAttachedPicture(context) ? " and its cover picture" : "")
            : streams + " streams, none of video",
        "Give a file with pictures in it.");
  }

  private static int countStreams(AVFormatContext context, int type) {
    int count = 0;
    for (int i = 0; i < context.nb_streams(); i++) {
      if (context.streams(i).codecpar().codec_type() == type) {
        count++;
      }
    }
    return count;
  }
}
