package org.recyclegan.video;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a video file states, and the properties of its frames as read; for display and as
 * JSON. Components that a file does not state are null.
 *
 * @param file as it was given
 * @param container FFmpeg's name of the container, or "folder of pictures"
 * @param durationSeconds length of the video stream, or else of the container
 * @param metadata the container's texts, such as {@code comment}
 * @param streams all of them, in the file's order
 * @param chosenStream index of the one that is read
 * @param chosenBecause the reason, completing "because ..."
 * @param delivered what the reader yields
 * @param warnings known after the first picture
 */
public record VideoDescription(
    String file,
    String container,
    @Nullable Double durationSeconds,
    Map<String, String> metadata,
    List<Stream> streams,
    int chosenStream,
    String chosenBecause,
    VideoInfo delivered,
    List<String> warnings) {

  /** Copies the collections. */
  public VideoDescription {
    metadata = Map.copyOf(metadata);
    streams = List.copyOf(streams);
    warnings = List.copyOf(warnings);
  }

  /**
   * One stream.
   *
   * @param index in the file, from 0
   * @param kind "video", "audio", "subtitle", "data", "attachment" or "unknown"
   * @param codec FFmpeg's name of the coding
   * @param picture of video, else null
   * @param sound of audio, else null
   * @param metadata the stream's texts
   */
  public record Stream(
      int index,
      String kind,
      String codec,
      @Nullable Picture picture,
      @Nullable Sound sound,
      Map<String, String> metadata) {

    /** Copies the texts. */
    public Stream {
      metadata = Map.copyOf(metadata);
    }
  }

  /**
   * The pictures of a stream.
   *
   * @param codedWidth columns as decoded, before cropping by the container
   * @param codedHeight rows as decoded, before cropping by the container
   * @param displayedWidth columns once cropped, with square pixels and upright
   * @param displayedHeight rows once cropped, with square pixels and upright
   * @param sampleAspectRatio width to height of a pixel, such as "16:15"
   * @param degreesClockwise turn that makes the picture upright: 0, 90, 180 or 270
   * @param mirrored whether it is reversed left to right before that turn
   * @param cover whether it is a picture attached to sound and no video
   * @param fieldOrder "progressive", "top field first", "bottom field first", or null
   * @param colour of its samples
   * @param timing of its frames
   */
  public record Picture(
      int codedWidth,
      int codedHeight,
      int displayedWidth,
      int displayedHeight,
      String sampleAspectRatio,
      int degreesClockwise,
      boolean mirrored,
      boolean cover,
      @Nullable String fieldOrder,
      Colour colour,
      Timing timing) {}

  /**
   * The meaning of samples. Names are FFmpeg's.
   *
   * @param pixelFormat such as "yuv420p"
   * @param bitDepth bits of a sample
   * @param matrix of luma and chroma, as the file states it
   * @param range "tv" for limited, "pc" for full, as the file states it
   * @param primaries as the file states them
   * @param transfer as the file states it
   * @param alpha whether pixels can be transparent
   */
  public record Colour(
      @Nullable String pixelFormat,
      @Nullable Integer bitDepth,
      @Nullable String matrix,
      @Nullable String range,
      @Nullable String primaries,
      @Nullable String transfer,
      boolean alpha) {}

  /**
   * When frames are shown.
   *
   * @param averageRate frames a second
   * @param frameCount as the container states or implies it
   * @param variableRate whether the times between frames differ; null if only reading the whole
   *     file could show it
   */
  public record Timing(
      @Nullable FrameRate averageRate, @Nullable Long frameCount, @Nullable Boolean variableRate) {}

  /**
   * The sound of a stream.
   *
   * @param rateHertz samples a second
   * @param channels number of them
   */
  public record Sound(int rateHertz, int channels) {}
}
