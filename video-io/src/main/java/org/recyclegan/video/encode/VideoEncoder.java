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
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.TimeBase;
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
  private final long usualDuration;
  private final FrameConverter converter;
  private final AVCodecContext context;
  private final AVPacket packet;
  private final Map<Long, Long> durations = new HashMap<>();

  /**
   * The last two: how long one is shown is known once the next has come, and at the end there may
   * be no place for the very last.
   */
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

  private long end;
  private long taken;
  private long leftOut;

  private record Waiting(Frame frame, long ticks) {}

  /** The receiver of compressed frames. */
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
    usualDuration = like.timeBase().ticksOfFrame(like.rate());
    Closer onFailure = Closer.create();
    try {
      ColourTags tags = codec.tags(like.height());
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

  /** Returns the unit of the packets' times. */
  TimeBase timeBase() {
    return clock.timeBase();
  }

  /** Returns how many frames were handed in. */
  long taken() {
    return taken;
  }

  /** Returns how many of them have no place in the container's times. */
  long leftOut() {
    return leftOut;
  }

  /** Compresses a frame. Packets may come for earlier frames, or later. */
  void encode(Frame frame, PacketConsumer packets) throws IOException {
    taken++;
    OptionalLong ticks = clock.ticks(frame.pts());
    end = clock.nearest(frame.pts() + (frame.duration() > 0 ? frame.duration() : usualDuration));
    if (ticks.isEmpty()) {
      leftOut++;
      return;
    }
    if (waiting.size() == 2) {
      compressFirst(packets);
    }
    waiting.add(new Waiting(frame, ticks.getAsLong()));
  }

  /** Compresses what is held back. */
  void finish(PacketConsumer packets) throws IOException {
    if (waiting.size() == 2 && end - waiting.getLast().ticks < clock.leastStep()) {
      waiting.removeLast();
      leftOut++;
    }
    while (!waiting.isEmpty()) {
      compressFirst(packets);
    }
    converter.end();
    pump(packets);
    send(null, packets);
  }

  private void compressFirst(PacketConsumer packets) throws IOException {
    Waiting first = waiting.remove();
    long until = waiting.isEmpty() ? end : waiting.element().ticks;
    durations.put(first.ticks, Math.max(clock.leastStep(), until - first.ticks));
    converter.push(first.frame, first.ticks);
    pump(packets);
  }

  private void pump(PacketConsumer packets) throws IOException {
    for (AVFrame frame = converter.pull(); frame != null; frame = converter.pull()) {
      frame.duration(durations.getOrDefault(frame.pts(), frameTicks));
      send(frame, packets);
    }
  }

  private void send(@Nullable AVFrame frame, PacketConsumer packets) throws IOException {
    check(avcodec_send_frame(context, frame), "encode a frame");
    for (int code = avcodec_receive_packet(context, packet);
        code != AVERROR_EAGAIN() && code != AVERROR_EOF;
        code = avcodec_receive_packet(context, packet)) {
      check(code, "encode a frame");
      // It matters for the last frame only, whose end no other frame marks.
      Long duration = durations.remove(packet.pts());
      packet.duration(duration == null ? frameTicks : duration);
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
