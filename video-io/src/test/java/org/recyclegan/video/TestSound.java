package org.recyclegan.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/** Writes compressed sound, and reads when sound is heard, without any of the code under test. */
public final class TestSound {

  private static final int RATE = 48_000;
  private static final int FRAME = 1152;

  private TestSound() {}

  /** Writes silence as MPEG-1 layer 2, packets of 24 ms. */
  public static Path mp2(Path file, int packets) throws IOException {
    Ffmpeg.load();
    AVCodec encoder = avcodec_find_encoder_by_name("mp2");
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    AVFrame frame = av_frame_alloc();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      codec.sample_rate(RATE).sample_fmt(AV_SAMPLE_FMT_S16).bit_rate(64_000);
      av_channel_layout_default(codec.ch_layout(), 1);
      check(avcodec_open2(codec, encoder, (AVDictionary) null), "open mp2");
      frame.nb_samples(FRAME).format(AV_SAMPLE_FMT_S16).sample_rate(RATE);
      av_channel_layout_default(frame.ch_layout(), 1);
      check(av_frame_get_buffer(frame, 0), "allocate sound");
      frame.data(0).fill(0);
      for (int i = 0; i < packets; i++) {
        frame.pts((long) i * FRAME);
        encode(codec, frame, bytes);
      }
      encode(codec, null, bytes);
    } finally {
      av_frame_free(frame);
      avcodec_free_context(codec);
    }
    return Files.write(file, bytes.toByteArray());
  }

  private static void encode(
      AVCodecContext codec, @Nullable AVFrame frame, ByteArrayOutputStream bytes)
      throws IOException {
    AVPacket packet = av_packet_alloc();
    check(avcodec_send_frame(codec, frame), "encode sound");
    while (avcodec_receive_packet(codec, packet) >= 0) {
      byte[] payload = new byte[packet.size()];
      packet.data().get(payload);
      bytes.writeBytes(payload);
      av_packet_unref(packet);
    }
    av_packet_free(packet);
  }

  /** Returns when each packet of sound in a file is heard, in seconds. */
  public static List<Double> seconds(Path file) throws IOException {
    Ffmpeg.load();
    AVFormatContext format = new AVFormatContext(null);
    check(
        avformat_open_input(format, "file:" + file, (AVInputFormat) null, (AVDictionary) null),
        "open " + file);
    AVPacket packet = av_packet_alloc();
    List<Double> seconds = new ArrayList<>();
    try {
      check(avformat_find_stream_info(format, (AVDictionary) null), "read " + file);
      while (av_read_frame(format, packet) >= 0) {
        AVStream stream = format.streams(packet.stream_index());
        if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
          seconds.add((double) packet.pts() * stream.time_base().num() / stream.time_base().den());
        }
        av_packet_unref(packet);
      }
      return seconds;
    } finally {
      av_packet_free(packet);
      avformat_close_input(format);
    }
  }

  /** Returns the bytes of all packets of sound, one after the other. */
  public static byte[] bytes(Path file) throws IOException {
    Ffmpeg.load();
    AVFormatContext format = new AVFormatContext(null);
    check(
        avformat_open_input(format, "file:" + file, (AVInputFormat) null, (AVDictionary) null),
        "open " + file);
    AVPacket packet = av_packet_alloc();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      check(avformat_find_stream_info(format, (AVDictionary) null), "read " + file);
      while (av_read_frame(format, packet) >= 0) {
        AVStream stream = format.streams(packet.stream_index());
        if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
          byte[] payload = new byte[packet.size()];
          packet.data().get(payload);
          bytes.writeBytes(payload);
        }
        av_packet_unref(packet);
      }
      return bytes.toByteArray();
    } finally {
      av_packet_free(packet);
      avformat_close_input(format);
    }
  }
}
