package org.recyclegan.soak.mutants;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Writes a small video in a form that this program reads but does not write: what an extension and
 * an encoder of FFmpeg make of a drifting pattern.
 */
final class PlainVideo {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int FRAMES = 12;
  private static final int RATE = 25;
  private static final int BIT_RATE = 200_000;

  private PlainVideo() {}

  static void write(Path file, String encoderName) throws IOException {
    AVFormatContext muxer = new AVFormatContext(null);
    AVIOContext io = new AVIOContext(null);
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    check(avformat_alloc_output_context2(muxer, null, null, file.toString()));
    AVCodec encoder = avcodec_find_encoder_by_name(encoderName);
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    try {
      AVStream stream = open(muxer, codec, encoder);
      check(avio_open2(io, file.toString(), AVIO_FLAG_WRITE, null, (AVDictionary) null));
      muxer.pb(io);
      check(avformat_write_header(muxer, (AVDictionary) null));
      frame.width(WIDTH).height(HEIGHT).format(AV_PIX_FMT_YUV420P);
      check(av_frame_get_buffer(frame, 0));
      for (int i = 0; i < FRAMES; i++) {
        check(av_frame_make_writable(frame));
        paint(frame, i);
        frame.pts(i);
        encode(muxer, codec, stream, frame, packet);
      }
      encode(muxer, codec, stream, null, packet);
      check(av_write_trailer(muxer));
    } finally {
      av_frame_free(frame);
      av_packet_free(packet);
      avcodec_free_context(codec);
      avio_closep(io);
      avformat_free_context(muxer);
    }
  }

  private static AVStream open(AVFormatContext muxer, AVCodecContext codec, AVCodec encoder)
      throws IOException {
    codec.width(WIDTH).height(HEIGHT).pix_fmt(AV_PIX_FMT_YUV420P).thread_count(1);
    codec.bit_rate(BIT_RATE);
    codec.time_base().num(1).den(RATE);
    codec.framerate().num(RATE).den(1);
    if ((muxer.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    check(avcodec_open2(codec, encoder, (AVDictionary) null));
    AVStream stream = avformat_new_stream(muxer, null);
    stream.time_base(codec.time_base());
    stream.avg_frame_rate(codec.framerate());
    check(avcodec_parameters_from_context(stream.codecpar(), codec));
    return stream;
  }

  private static void paint(AVFrame frame, int index) {
    for (int plane = 0; plane < 3; plane++) {
      int shift = plane == 0 ? 0 : 1;
      for (int y = 0; y < HEIGHT >> shift; y++) {
        for (int x = 0; x < WIDTH >> shift; x++) {
          byte sample = (byte) ((plane + 1) * (x + 3 * index) + 2 * y);
          frame.data(plane).put((long) y * frame.linesize(plane) + x, sample);
        }
      }
    }
  }

  private static void encode(
      AVFormatContext muxer,
      AVCodecContext codec,
      AVStream stream,
      @Nullable AVFrame frame,
      AVPacket packet)
      throws IOException {
    check(avcodec_send_frame(codec, frame));
    while (avcodec_receive_packet(codec, packet) >= 0) {
      packet.stream_index(0);
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      check(av_interleaved_write_frame(muxer, packet));
    }
  }

  private static void check(int code) throws IOException {
    if (code < 0) {
      throw new IOException("FFmpeg cannot write a good file: error " + code);
    }
  }
}
