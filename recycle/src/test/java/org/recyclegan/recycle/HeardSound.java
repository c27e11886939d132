package org.recyclegan.recycle;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** The packets of sound of a file, read straight through FFmpeg. */
final class HeardSound {

  private final byte[] bytes;
  private final double startSeconds;
  private final int longestPacket;

  private HeardSound(byte[] bytes, double startSeconds, int longestPacket) {
    this.bytes = bytes;
    this.startSeconds = startSeconds;
    this.longestPacket = longestPacket;
  }

  /** The bytes of all packets, one after the other. */
  byte[] bytes() {
    return bytes;
  }

  /** When the first is heard. */
  double startSeconds() {
    return startSeconds;
  }

  /** In bytes. */
  int longestPacket() {
    return longestPacket;
  }

  static HeardSound of(Path file) throws IOException {
    AVFormatContext format = new AVFormatContext(null);
    if (avformat_open_input(format, "file:" + file, (AVInputFormat) null, (AVDictionary) null)
        < 0) {
      throw new IOException("cannot open " + file);
    }
    AVPacket packet = av_packet_alloc();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    double start = Double.NaN;
    int longest = 0;
    try {
      if (avformat_find_stream_info(format, (AVDictionary) null) < 0) {
        throw new IOException("cannot read " + file);
      }
      while (av_read_frame(format, packet) >= 0) {
        AVStream stream = format.streams(packet.stream_index());
        if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
          byte[] payload = new byte[packet.size()];
          packet.data().get(payload);
          if (Double.isNaN(start)) {
            start = (double) packet.pts() * stream.time_base().num() / stream.time_base().den();
          }
          bytes.writeBytes(payload);
          longest = Math.max(longest, payload.length);
        }
        av_packet_unref(packet);
      }
    } finally {
      av_packet_free(packet);
      avformat_close_input(format);
    }
    return new HeardSound(bytes.toByteArray(), start, longest);
  }
}
