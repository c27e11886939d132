package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.ffmpeg.Ffmpeg;
import org.recyclegan.video.ffmpeg.RgbFrame;

/**
 * Everything of a small file at once, read without any of the code under test: the frames with
 * their exact times. For files of the tests only: memory grows with length, colours other than
 * those the writer produces are not handled.
 *
 * @param timeBase of the frames' times, as the container has it
 * @param averageRate frames a second as FFmpeg reports it
 * @param matrix FFmpeg's number of the colour space tag
 * @param comment the container's comment
 * @param cb the first Cb samples of the first frame as they are coded, from its middle row; empty
 *     where the frame has none
 */
public record DecodedFile(
    List<Frame> frames,
    TimeBase timeBase,
    FrameRate averageRate,
    int matrix,
    Optional<String> comment,
    List<Integer> cb) {

  /** Reads a whole file. */
  public static DecodedFile read(Path file) throws IOException {
    Ffmpeg.load();
    AVFormatContext format = new AVFormatContext(null);
    check(
        avformat_open_input(format, "file:" + file, (AVInputFormat) null, (AVDictionary) null),
        "open " + file);
    try {
      check(avformat_find_stream_info(format, (AVDictionary) null), "read " + file);
      return read(format);
    } finally {
      avformat_close_input(format);
    }
  }

  private static DecodedFile read(AVFormatContext format) throws IOException {
    List<Frame> frames = new ArrayList<>();
    List<Integer> cb = new ArrayList<>();
    AVStream video =
        format.streams(
            check(
                av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0),
                "find a video stream"));
    AVCodecContext decoder =
        avcodec_alloc_context3(avcodec_find_decoder(video.codecpar().codec_id()));
    AVPacket packet = av_packet_alloc();
    try {
      check(avcodec_parameters_to_context(decoder, video.codecpar()), "describe the video");
      decoder.pkt_timebase(video.time_base());
      check(avcodec_open2(decoder, null, (AVDictionary) null), "open the decoder");
      while (av_read_frame(format, packet) >= 0) {
        if (packet.stream_index() == video.index()) {
          decode(decoder, packet, frames, cb);
        }
        av_packet_unref(packet);
      }
      decode(decoder, null, frames, cb);
      return new DecodedFile(
          frames,
          new TimeBase(video.time_base().num(), video.time_base().den()),
          new FrameRate(video.avg_frame_rate().num(), video.avg_frame_rate().den()),
          decoder.colorspace(),
          comment(format),
          cb);
    } finally {
      av_packet_free(packet);
      avcodec_free_context(decoder);
    }
  }

  private static Optional<String> comment(AVFormatContext format) {
    AVDictionaryEntry entry = av_dict_get(format.metadata(), "comment", null, 0);
    return entry == null ? Optional.empty() : Optional.of(entry.value().getString());
  }

  private static void decode(
      AVCodecContext decoder, @Nullable AVPacket packet, List<Frame> frames, List<Integer> cb)
      throws IOException {
    check(avcodec_send_packet(decoder, packet), "decode");
    AVFrame frame = av_frame_alloc();
    try {
      while (avcodec_receive_frame(decoder, frame) >= 0) {
        if (frames.isEmpty() && frame.format() == AV_PIX_FMT_YUV420P) {
          int start = frame.height() / 4 * frame.linesize(1);
          for (int x = 0; x < frame.width() / 2; x++) {
            cb.add(frame.data(1).get(start + x) & 255);
          }
        }
        frames.add(toRgb(frame));
      }
    } finally {
      av_frame_free(frame);
    }
  }

  private static Frame toRgb(AVFrame frame) throws IOException {
    int width = frame.width();
    int height = frame.height();
    SwsContext scaler =
        sws_getContext(
            width,
            height,
            frame.format(),
            width,
            height,
            AV_PIX_FMT_RGB24,
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP,
            null,
            null,
            (DoublePointer) null);
    int matrix = frame.colorspace() == AVCOL_SPC_BT709 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    int unused =
        sws_setColorspaceDetails(
            scaler,
            sws_getCoefficients(matrix),
            0,
            sws_getCoefficients(SWS_CS_DEFAULT),
            1,
            0,
            1 << 16,
            1 << 16);
    AVFrame rgb = RgbFrame.allocate(width, height, AV_PIX_FMT_RGB24);
    try {
      check(sws_scale_frame(scaler, rgb, frame), "convert");
      byte[] pixels = new byte[3 * width * height];
      for (int row = 0; row < height; row++) {
        rgb.data(0).position((long) row * rgb.linesize(0)).get(pixels, row * 3 * width, 3 * width);
      }
      return new Frame(width, height, pixels, frame.best_effort_timestamp());
    } finally {
      av_frame_free(rgb);
      sws_freeContext(scaler);
    }
  }

  /** Returns each frame's time in seconds. */
  public List<Double> seconds() {
    return frames.stream().map(frame -> timeBase.seconds(frame.pts())).toList();
  }
}
