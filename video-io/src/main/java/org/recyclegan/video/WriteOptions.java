package org.recyclegan.video;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a video is written. The two quality settings are constant-quality settings: every frame is
 * coded about equally well and the bit rate follows from the footage. The defaults were chosen on
 * real footage (960x540 at 30 frames a second, and 360x288 at 25): 40 to 42 dB PSNR in RGB at 1.7
 * and 0.5 Mbit/s for H.264, 41 to 42 dB at 1.1 and 0.3 Mbit/s for VP9.
 *
 * @param overwrite whether an existing output may be replaced, once the new one is complete
 * @param audioFrom the file whose best audio stream is copied, usually the video being retargeted;
 *     it is never overwritten
 * @param audioSpan the time of that file that the video shows, its start at the video's time 0;
 *     empty for all of it
 * @param h264Quantizer quantization parameter of H.264 (.mp4, .m4v, .mov), 0 to 51, lower is better
 * @param vp9Crf constant-rate factor of VP9 (.webm, and odd sizes in .mp4), 0 to 63, lower is
 *     better
 * @param threads that encode; not derived from the machine, because the bytes written depend on it
 * @param title shown by players where the container has a place for it
 */
public record WriteOptions(
    boolean overwrite,
    Optional<Path> audioFrom,
    Optional<TimeSpan> audioSpan,
    int h264Quantizer,
    int vp9Crf,
    int threads,
    Optional<String> title) {

  private static final int MAX_H264_QUANTIZER = 51;
  private static final int MAX_VP9_CRF = 63;
  private static final int MAX_THREADS = 64;

  private static final WriteOptions DEFAULTS =
      new WriteOptions(
          /* overwrite= */ false,
          /* audioFrom= */ Optional.empty(),
          /* audioSpan= */ Optional.empty(),
          /* h264Quantizer= */ 20,
          /* vp9Crf= */ 24,
          /* threads= */ 2,
          /* title= */ Optional.empty());

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public WriteOptions {
    requireInRange("h264Quantizer", h264Quantizer, 0, MAX_H264_QUANTIZER);
    requireInRange("vp9Crf", vp9Crf, 0, MAX_VP9_CRF);
    requireInRange("threads", threads, 1, MAX_THREADS);
  }

  /** Returns the defaults: nothing is overwritten, no audio, quality worth watching. */
  public static WriteOptions defaults() {
    return DEFAULTS;
  }

  /** Returns these options with another answer to whether an existing output may be replaced. */
  public WriteOptions withOverwrite(boolean newOverwrite) {
    return new WriteOptions(
        newOverwrite, audioFrom, audioSpan, h264Quantizer, vp9Crf, threads, title);
  }

  /** Returns these options with the audio of a file. */
  public WriteOptions withAudioFrom(Path source) {
    return new WriteOptions(
        overwrite, Optional.of(source), audioSpan, h264Quantizer, vp9Crf, threads, title);
  }

  /** Returns these options with a part of the audio: to go with a part of the video. */
  public WriteOptions withAudioSpan(TimeSpan span) {
    return new WriteOptions(
        overwrite, audioFrom, Optional.of(span), h264Quantizer, vp9Crf, threads, title);
  }

  /** Returns these options with another quality of H.264: 0 to 51, lower is better. */
  public WriteOptions withH264Quantizer(int quantizer) {
    return new WriteOptions(overwrite, audioFrom, audioSpan, quantizer, vp9Crf, threads, title);
  }

  /** Returns these options with another quality of VP9: 0 to 63, lower is better. */
  public WriteOptions withVp9Crf(int crf) {
    return new WriteOptions(overwrite, audioFrom, audioSpan, h264Quantizer, crf, threads, title);
  }

  /** Returns these options with another number of encoder threads, at least 1. */
  public WriteOptions withThreads(int count) {
    return new WriteOptions(overwrite, audioFrom, audioSpan, h264Quantizer, vp9Crf, count, title);
  }

  /** Returns these options with a title for players to show. */
  public WriteOptions withTitle(String text) {
    return new WriteOptions(
        overwrite, audioFrom, audioSpan, h264Quantizer, vp9Crf, threads, Optional.of(text));
  }

  private static void requireInRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " is from " + low + " to " + high + ", found " + value);
    }
  }
}
