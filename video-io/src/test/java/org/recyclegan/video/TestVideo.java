package org.recyclegan.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_linesize;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableIntArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/**
 * Writes tiny videos whose samples are known exactly, straight through FFmpeg's encoders and
 * muxers: nothing here shares code with the reader under test.
 */
public final class TestVideo {

  /** Says what sample a plane holds; for packed formats x counts bytes. */
  public interface Samples {
    int at(int frame, int plane, int x, int y);
  }

  private record SideData(int type, ImmutableIntArray words) {}

  private final String codecName;
  private final int format;
  private final int width;
  private final int height;
  private final Samples samples;
  private final List<SideData> sideData = new ArrayList<>();
  private List<Long> times = List.of(0L, 1L, 2L, 3L);
  private int timeBaseNum = 1;
  private int timeBaseDen = 10;
  private Consumer<AVCodecContext> codecSettings = codec -> {};
  private Consumer<AVFrame> frameSettings = frame -> {};
  private Consumer<AVStream> streamSettings = stream -> {};
  private Consumer<AVFormatContext> muxerSettings = muxer -> {};
  private @Nullable Path second;
  private int secondDisposition;

  public TestVideo(String codecName, int format, int width, int height, Samples samples) {
    Ffmpeg.load();
    this.codecName = codecName;
    this.format = format;
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  public TestVideo times(int baseNum, int baseDen, List<Long> ticks) {
    timeBaseNum = baseNum;
    timeBaseDen = baseDen;
    times = ticks;
    return this;
  }

  public TestVideo frames(int count) {
    List<Long> ticks = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      ticks.add(i);
    }
    times = ticks;
    return this;
  }

  public TestVideo codec(Consumer<AVCodecContext> settings) {
    codecSettings = codecSettings.andThen(settings);
    return this;
  }

  public TestVideo frame(Consumer<AVFrame> settings) {
    frameSettings = settings;
    return this;
  }

  public TestVideo muxer(Consumer<AVFormatContext> settings) {
    muxerSettings = settings;
    return this;
  }

  public TestVideo stream(Consumer<AVStream> settings) {
    streamSettings = settings;
    return this;
  }

  /** Adds the first stream of another file as the second of this one. */
  public TestVideo besides(Path other, int disposition) {
    second = other;
    secondDisposition = disposition;
    return this;
  }

  public TestVideo sideData(int type, int... words) {
    sideData.add(new SideData(type, ImmutableIntArray.copyOf(words)));
    return this;
  }

  public Path write(Path file) {
    AVFormatContext muxer = new AVFormatContext(null);
    AVFormatContext other = new AVFormatContext(null);
    AVIOContext io = new AVIOContext(null);
    AVCodec encoder = avcodec_find_encoder_by_name(codecName);
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    try {
      check(avformat_alloc_output_context2(muxer, null, null, file.toString()));
      codec.width(width).height(height).pix_fmt(format).thread_count(1);
      codec.time_base().num(timeBaseNum).den(timeBaseDen);
      codec.framerate().num(timeBaseDen).den(timeBaseNum);
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
      codecSettings.accept(codec);
      check(avcodec_open2(codec, encoder, (AVDictionary) null));
      AVStream stream = avformat_new_stream(muxer, null);
      stream.time_base(codec.time_base());
      stream.avg_frame_rate(codec.framerate());
      stream.sample_aspect_ratio(codec.sample_aspect_ratio());
      check(avcodec_parameters_from_context(stream.codecpar(), codec));
      sideData.forEach(data -> attach(stream, data));
      streamSettings.accept(stream);
      if (second != null) {
        check(avformat_open_input(other, second.toString(), null, (AVDictionary) null));
        check(avformat_find_stream_info(other, (AVDictionary) null));
        AVStream copy = avformat_new_stream(muxer, null);
        check(avcodec_parameters_copy(copy.codecpar(), other.streams(0).codecpar()));
        copy.disposition(secondDisposition).time_base(other.streams(0).time_base());
      }
      check(avio_open2(io, file.toString(), AVIO_FLAG_WRITE, null, (AVDictionary) null));
      muxer.pb(io);
      muxerSettings.accept(muxer);
      check(avformat_write_header(muxer, (AVDictionary) null));
      frame.width(width).height(height).format(format);
      check(av_frame_get_buffer(frame, 0));
      for (int i = 0; i < times.size(); i++) {
        check(av_frame_make_writable(frame));
        paint(frame, i);
        frame.pts(times.get(i));
        frameSettings.accept(frame);
        encode(muxer, codec, stream, frame, packet);
      }
      encode(muxer, codec, stream, null, packet);
      while (second != null && av_read_frame(other, packet) >= 0) {
        packet.stream_index(1);
        av_packet_rescale_ts(packet, other.streams(0).time_base(), muxer.streams(1).time_base());
        check(av_interleaved_write_frame(muxer, packet));
      }
      check(av_write_trailer(muxer));
    } finally {
      av_frame_free(frame);
      av_packet_free(packet);
      avcodec_free_context(codec);
      avio_closep(io);
      avformat_close_input(other);
      avformat_free_context(muxer);
    }
    return file;
  }

  private static void attach(AVStream stream, SideData data) {
    AVCodecParameters parameters = stream.codecpar();
    int[] count = {parameters.nb_coded_side_data()};
    AVPacketSideData all =
        count[0] == 0 ? new AVPacketSideData((Pointer) null) : parameters.coded_side_data();
    long bytes = (long) Integer.BYTES * data.words().length();
    AVPacketSideData added = av_packet_side_data_new(all, count, data.type(), bytes, 0);
    new IntPointer((Pointer) added.data()).put(data.words().toArray());
    parameters.coded_side_data(all).nb_coded_side_data(count[0]);
  }

  private void paint(AVFrame frame, int index) {
    AVPixFmtDescriptor descriptor = av_pix_fmt_desc_get(format);
    boolean wide = descriptor.comp(0).depth() > 8;
    for (int plane = 0; plane < av_pix_fmt_count_planes(format); plane++) {
      boolean chroma = plane == 1 || plane == 2;
      int rows = chroma ? -(-height >> descriptor.log2_chroma_h()) : height;
      int columns = av_image_get_linesize(format, width, plane) / (wide ? 2 : 1);
      int stride = frame.linesize(plane);
      ByteBuffer bytes =
          frame
              .data(plane)
              .capacity((long) stride * rows)
              .asByteBuffer()
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          int sample = samples.at(index, plane, x, y);
          if (wide) {
            bytes.putShort(y * stride + 2 * x, (short) sample);
          } else {
            bytes.put(y * stride + x, (byte) sample);
          }
        }
      }
    }
  }

  private static void encode(
      AVFormatContext muxer,
      AVCodecContext codec,
      AVStream stream,
      @Nullable AVFrame frame,
      AVPacket packet) {
    check(avcodec_send_frame(codec, frame));
    while (avcodec_receive_packet(codec, packet) >= 0) {
      packet.stream_index(0);
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      check(av_interleaved_write_frame(muxer, packet));
    }
  }

  private static void check(int code) {
    assertTrue(code >= 0, () -> "Writing the test video failed: " + Ffmpeg.errorText(code));
  }
}
