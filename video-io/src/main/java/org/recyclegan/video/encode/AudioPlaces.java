package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.FF_COMPLIANCE_UNOFFICIAL;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_query_codec;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close_dyn_buf;
import static org.bytedeco.ffmpeg.global.avformat.avio_open_dyn_buf;
import static org.bytedeco.ffmpeg.global.avutil.av_free;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/**
 * Which containers have a place for a sound. FFmpeg's table lists for Matroska only codings with a
 * name of its own; all others go in by their Windows number, if they have one, so the judge is the
 * muxer itself, which is asked for a header.
 */
final class AudioPlaces {

  private AudioPlaces() {}

  /** Returns the extensions of all formats that take it. */
  static List<String> of(AVCodecParameters sound) {
    return Arrays.stream(OutputFormat.values())
        .filter(format -> has(format, sound))
        .map(OutputFormat::extension)
        .toList();
  }

  static boolean has(OutputFormat format, AVCodecParameters sound) {
    if (!format.carriesAudio()) {
      return false;
    }
    AVOutputFormat muxer = av_guess_format(format.muxerName(), null, null);
    int compliance = format == OutputFormat.MKV ? FF_COMPLIANCE_UNOFFICIAL : 0;
    return avformat_query_codec(muxer, sound.codec_id(), compliance) == 1
        && takesHeader(muxer, sound);
  }

  private static boolean takesHeader(AVOutputFormat muxer, AVCodecParameters sound) {
    AVFormatContext context = new AVFormatContext(null);
    if (avformat_alloc_output_context2(context, muxer, (BytePointer) null, (BytePointer) null)
        < 0) {
      return false;
    }
    AVIOContext memory = new AVIOContext(null);
    try {
      AVStream stream = avformat_new_stream(context, null);
      if (stream == null
          || avcodec_parameters_copy(stream.codecpar(), sound) < 0
          || avio_open_dyn_buf(memory) < 0) {
        return false;
      }
      stream.codecpar().codec_tag(0);
      stream.time_base().num(1).den(Math.max(1, sound.sample_rate()));
      context.pb(memory);
      return avformat_write_header(context, (AVDictionary) null) >= 0;
    } finally {
      if (!memory.isNull()) {
        BytePointer written = new BytePointer();
        avio_close_dyn_buf(memory, written);
        av_free(written);
        context.pb(null);
      }
      avformat_free_context(context);
    }
  }
}
