package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.InputException;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/** A container file being written: one video stream, perhaps one audio stream, and the tags. */
final class Muxer implements Closeable {

  private static final int VIDEO = 0;
  private static final int AUDIO = 1;

  private static final String TASK = "write the file";

  private final AVFormatContext format;
  private final AVRational encoderBase;
  private final AVRational videoBase;
  private final long longestPause;
  private @Nullable Long lastVideo;

  /**
   * Opens the file and writes its header.
   *
   * @param file to write, with any extension
   * @param encoder of the video
   * @param rate average frames a second, for the header
   * @param audio the form of the audio packets to come
   * @throws IOException if the file cannot be opened, or the container does not take the streams
   */
  Muxer(
      Path file,
      OutputFormat kind,
      AVCodecContext encoder,
      FrameRate rate,
      Optional<AVCodecParameters> audio,
      Optional<String> title)
      throws IOException {
    format = new AVFormatContext(null);
    try (BytePointer muxerName = new BytePointer(kind.muxerName(), StandardCharsets.US_ASCII);
        BytePointer url = Ffmpeg.url(file)) {
      check(
          avformat_alloc_output_context2(format, (AVOutputFormat) null, muxerName, url),
          "open the container format " + kind.muxerName());
      addVideo(encoder, rate);
      if (audio.isPresent()) {
        addAudio(audio.get());
      }
      AVIOContext io = new AVIOContext(null);
      check(avio_open(io, url, AVIO_FLAG_WRITE), TASK);
      format.pb(io);
      writeHeader(kind, title);
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
    encoderBase = encoder.time_base();
    videoBase = format.streams(VIDEO).time_base();
    longestPause = kind.longestPause();
  }

  private void addVideo(AVCodecContext encoder, FrameRate rate) throws IOException {
    AVStream stream = allocated(avformat_new_stream(format, null));
    check(avcodec_parameters_from_context(stream.codecpar(), encoder), "describe the video");
    // A wish: MP4 makes its time scale a multiple of the denominator, so that every time is exact.
    stream.time_base().num(1).den(encoder.time_base().den());
    stream.avg_frame_rate().num(rate.num()).den(rate.den());
    stream.sample_aspect_ratio().num(1).den(1);
  }

  private void addAudio(AVCodecParameters parameters) throws IOException {
    AVStream stream = allocated(avformat_new_stream(format, null));
    check(avcodec_parameters_copy(stream.codecpar(), parameters), "describe the audio");
    // The tag belongs to the container it comes from.
    stream.codecpar().codec_tag(0);
    stream.time_base().num(1).den(parameters.sample_rate());
  }

  private void writeHeader(OutputFormat kind, Optional<String> title) throws IOException {
    // Nothing of the clock and no random numbers: the same frames give the same file.
    format.flags(format.flags() | AVFMT_FLAG_BITEXACT);
    AVDictionary tags = new AVDictionary(null);
    putUtf8(tags, "comment", SyntheticTag.COMMENT);
    putUtf8(tags, "description", SyntheticTag.COMMENT);
    title.ifPresent(text -> putUtf8(tags, "title", text));
    format.metadata(tags);
    AVDictionary settings = new AVDictionary(null);
    try {
      if (kind == OutputFormat.MP4 || kind == OutputFormat.MOV) {
        // The index before the data, so that a browser can start to play.
        av_dict_set(settings, "movflags", "+faststart", 0);
      }
      check(avformat_write_header(format, settings), TASK);
      checkFile();
    } finally {
      av_dict_free(settings);
    }
  }

  private static void putUtf8(AVDictionary tags, String key, String value) {
    try (BytePointer nativeKey = new BytePointer(key, StandardCharsets.UTF_8);
        BytePointer nativeValue = new BytePointer(value, StandardCharsets.UTF_8)) {
      av_dict_set(tags, nativeKey, nativeValue, 0);
    }
  }

  /**
   * Writes a packet of the encoder, its times in the encoder's unit.
   *
   * @throws InputException if the container has no number for the pause since the packet before
   */
  void writeVideo(AVPacket packet) throws IOException {
    packet.stream_index(VIDEO);
    av_packet_rescale_ts(packet, encoderBase, videoBase);
    if (lastVideo != null) {
      requirePause(packet.dts() - lastVideo);
    }
    lastVideo = packet.dts();
    // The last frame's: what is longer than any number for it is as long as can be said.
    packet.duration(Math.min(packet.duration(), longestPause));
    check(av_write_frame(format, packet), TASK);
    checkFile();
  }

  private void requirePause(long ticks) throws InputException {
    if (ticks > longestPause) {
      TimeBase unit = new TimeBase(videoBase.num(), videoBase.den());
      throw new InputException(
          "The output cannot hold the pause before a frame",
          "at most " + (long) unit.seconds(longestPause) + " s from frame to frame",
          (long) unit.seconds(ticks) + " s",
          "Choose an .mkv output, or shorten the pause in the input.");
    }
  }

  /**
   * Writes a packet of audio.
   *
   * @param unit of the packet's times
   * @return whether the container took it
   * @throws IOException if the file cannot be written
   */
  boolean writeAudio(AVPacket packet, AVRational unit) throws IOException {
    packet.stream_index(AUDIO);
    av_packet_rescale_ts(packet, unit, format.streams(AUDIO).time_base());
    int code = av_write_frame(format, packet);
    checkFile();
    return code >= 0;
  }

  /** Writes the index and closes the file. */
  void finish() throws IOException {
    check(av_write_trailer(format), TASK);
    checkFile();
    check(avio_closep(format.pb()), TASK);
    format.pb(null);
  }

  /** Muxers do not always pass on that the disk is full; the file's own state shows it. */
  private void checkFile() throws IOException {
    check(format.pb().error(), TASK);
  }

  @Override
  public void close() {
    if (format.isNull()) {
      return;
    }
    AVIOContext io = format.pb();
    if (io != null && !io.isNull()) {
      // Only on the way out of a failure: finish() has closed it otherwise.
      int unused = avio_closep(io);
      format.pb(null);
    }
    avformat_free_context(format);
    format.setNull();
  }
}
