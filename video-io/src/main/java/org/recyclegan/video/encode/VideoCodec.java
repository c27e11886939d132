package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_PAL8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.util.Map;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.ffmpeg.ColourTags;

/** The encoders in use: all in the LGPL build of FFmpeg, which has no x264. */
public enum VideoCodec {
  /** Plays everywhere. */
  H264("libopenh264", AV_PIX_FMT_YUV420P) {
    @Override
    Map<String, String> settings(WriteOptions options) {
      // OpenH264 has no constant-quality mode, but its rate control may only move between these
      // two bounds; the bit rate is merely needed to switch rate control on.
      String quantizer = Integer.toString(options.h264Quantizer());
      return Map.of(
          "profile",
          "high",
          "rc_mode",
          "quality",
          "qmin",
          quantizer,
          "qmax",
          quantizer,
          "b",
          "20000000");
    }
  },
  /** Any size, also odd ones and a single pixel. */
  VP9("libvpx-vp9", AV_PIX_FMT_YUV420P) {
    @Override
    Map<String, String> settings(WriteOptions options) {
      // Without b=0 the crf is only a bound on a default bit rate.
      return Map.of(
          "crf", Integer.toString(options.vp9Crf()),
          "b", "0",
          "deadline", "good",
          "cpu-used", "4",
          "row-mt", "1");
    }
  },
  /** Lossless, RGB as it is. */
  FFV1("ffv1", AV_PIX_FMT_BGR0) {
    @Override
    Map<String, String> settings(WriteOptions options) {
      // Version 3 with a checksum in each slice: damage is noticed, and slices use the threads.
      return Map.of("level", "3", "slicecrc", "1");
    }
  },
  /** 256 colours a frame. */
  GIF("gif", AV_PIX_FMT_PAL8) {
    @Override
    Map<String, String> settings(WriteOptions options) {
      return Map.of();
    }
  },
  /** Lossless, each frame a picture. */
  PNG("png", AV_PIX_FMT_RGB24) {
    @Override
    Map<String, String> settings(WriteOptions options) {
      // On real footage 2.5 times as fast as the default level, for files 7 % larger.
      return Map.of("pred", "mixed", "compression_level", "3");
    }
  };

  private final String encoderName;
  private final int pixelFormat;

  VideoCodec(String encoderName, int pixelFormat) {
    this.encoderName = encoderName;
    this.pixelFormat = pixelFormat;
  }

  /** Returns the colour tags of frames of a height. */
  ColourTags tags(int height) {
    return switch (this) {
      case H264, VP9 -> ColourTags.customOf(height);
      case FFV1, GIF, PNG -> ColourTags.rgb();
    };
  }

  /** Returns FFmpeg's name of the encoder. */
  public String encoderName() {
    return encoderName;
  }

  /** Returns FFmpeg's number of the pixel format that goes into the encoder. */
  int pixelFormat() {
    return pixelFormat;
  }

  /** Returns what the encoder is told beside size and time, in FFmpeg's option names. */
  abstract Map<String, String> settings(WriteOptions options);
}
