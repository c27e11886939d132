package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_APNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
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

  private Demuxer(Path file, AVFormatContext context, StreamChoice choice) {
    this.file = file;
    this.context = context;
    this.choice = choice;
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
      int video = choice.index().orElseThrow(() -> noVideo(file, context));
      InputContainer.readOnly(context, video);
      return new Demuxer(file, context, choice);
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
        return true;
      }
      av_packet_unref(packet);
    }
  }

  @Override
  public void close() {
    avformat_close_input(context);
  }

  private static void findStreams(Path file, AVFormatContext context, ReadOptions options)
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

  private static InputException noVideo(Path file, AVFormatContext context) {
    int audio = countStreams(context, AVMEDIA_TYPE_AUDIO);
    int streams = context.nb_streams();
    return new InputException(
        file + ": holds no video",
        "a video stream",
        audio > 0
            ? "only sound (" + audio + " audio streams)"
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
