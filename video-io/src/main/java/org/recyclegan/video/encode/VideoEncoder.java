package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_count;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.ffmpeg.ColourTags;

/** Compresses RGB frames: conversion to the codec's pixels, then the codec. */
final class VideoEncoder implements Closeable {

  /** A player that seeks decodes at most this much to show a frame. */
  private static final double SECONDS_BETWEEN_KEY_FRAMES = 2;

  private static final int MAX_KEY_FRAME_DISTANCE = 250;

  private final OutputClock clock;
  private final long frameTicks;
  private final FrameConverter converter;
  private final AVCodecContext context;
  private final AVPacket packet;

  /** Where compressed frames go. */
  interface PacketConsumer {

    /**
     * Takes a packet, its times in the encoder's unit.
     *
     * @param packet valid during the call
     */
    void accept(AVPacket packet) throws IOException;
  }

  /**
   * Opens an encoder.
   *
   * @param codec which one
   * @param like size and rate of the frames
   * @param clock from the frames' times to the encoder's
   */
  VideoEncoder(VideoCodec codec, VideoInfo like, OutputClock clock, WriteOptions options)
      throws IOException {
    this.clock = clock;
    frameTicks = clock.frameTicks(like.rate());
    Closer onFailure = Closer.create();
    try {
      ColourTags tags = ColourTags.of(codec, like.height());
      converter =
          codec == VideoCodec.GIF
              ? new PaletteConverter(like.width(), like.height(), clock.timeBase())
              : new PixelConverter(like.width(), like.height(), codec.pixelFormat(), tags);
      onFailure.register(converter);
      packet = allocated(av_packet_alloc());
      onFailure.register(() -> av_packet_free(packet));
      AVCodec encoder = avcodec_find_encoder_by_name(codec.encoderName());
      if (encoder == null) {
        throw new IOException("This build of FFmpeg lacks the encoder " + codec.encoderName());
      }
      context = allocated(avcodec_alloc_context3(encoder));
      onFailure.register(() -> avcodec_free_context(context));
      describe(codec, like, options.threads());
      tags.tag(context);
      open(codec, encoder, options);
    } catch (IOException | RuntimeException | Error e) {
      onFailure.close();
      throw e;
    }
  }

  private void describe(VideoCodec codec, VideoInfo like, int threads) {
    context.width(like.width());
    context.height(like.height());
    context.pix_fmt(codec.pixelFormat());
    context.time_base().num(clock.timeBase().num()).den(clock.timeBase().den());
    context.framerate().num(like.rate().num()).den(like.rate().den());
    context.sample_aspect_ratio().num(1).den(1);
    long distance = Math.round(SECONDS_BETWEEN_KEY_FRAMES * like.rate().perSecond());
    context.gop_size((int) Math.max(1, Math.min(distance, MAX_KEY_FRAME_DISTANCE)));
    context.thread_count(threads);
    context.flags(context.flags() | AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER);
  }

  private void open(VideoCodec codec, AVCodec encoder, WriteOptions options) throws IOException {
    AVDictionary settings = new AVDictionary(null);
    try {
      codec.settings(options).forEach((name, value) -> av_dict_set(settings, name, value, 0));
      check(
          avcodec_open2(context, encoder, settings),
          "open the encoder "
              + codec.encoderName()
              + " for "
              + context.width()
              + "x"
              + context.height());
      // FFmpeg ignores names it does not know, and the default quality would go unnoticed.
      if (av_dict_count(settings) > 0) {
        throw new IllegalStateException("Not a setting of " + codec.encoderName());
      }
    } finally {
      av_dict_free(settings);
    }
  }

  /** Returns the encoder for what a muxer has to know of it. */
  AVCodecContext context() {
    return context;
  }

  /** Compresses a frame. Packets may come for earlier frames, or later. */
  void encode(Frame frame, PacketConsumer packets) throws IOException {
    converter.push(frame, clock.ticks(frame.pts()));
    pump(packets);
  }

  /** Compresses what is held back. */
  void finish(PacketConsumer packets) throws IOException {
    converter.end();
    pump(packets);
    send(null, packets);
  }

  private void pump(PacketConsumer packets) throws IOException {
    for (AVFrame frame = converter.pull(); frame != null; frame = converter.pull()) {
      frame.duration(frameTicks);
      send(frame, packets);
    }
  }

  private void send(@Nullable AVFrame frame, PacketConsumer packets) throws IOException {
    check(avcodec_send_frame(context, frame), "encode a frame");
    for (int code = avcodec_receive_packet(context, packet);
        code != AVERROR_EAGAIN() && code != AVERROR_EOF;
        code = avcodec_receive_packet(context, packet)) {
      check(code, "encode a frame");
      // Of use for the last frame only, whose end no other frame marks.
      packet.duration(frameTicks);
      packets.accept(packet);
    }
  }

  @Override
  public void close() {
    avcodec_free_context(context);
    av_packet_free(packet);
    converter.close();
  }
}
