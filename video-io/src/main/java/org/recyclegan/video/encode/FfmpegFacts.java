package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.av_version_info;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/**
 * Which FFmpeg is in use.
 *
 * @param version its own name for it
 * @param encoders whether each one that is written with is there, by FFmpeg's name
 */
public record FfmpegFacts(String version, Map<String, Boolean> encoders) {

  /**
   * Loads FFmpeg and looks.
   *
   * @throws LinkageError if it cannot be loaded
   */
  public static FfmpegFacts find() {
    Ffmpeg.load();
    Map<String, Boolean> encoders = new LinkedHashMap<>();
    for (VideoCodec codec : VideoCodec.values()) {
      AVCodec encoder = avcodec_find_encoder_by_name(codec.encoderName());
      encoders.put(codec.encoderName(), encoder != null && !encoder.isNull());
    }
    return new FfmpegFacts(av_version_info().getString(), encoders);
  }
}
