package org.recyclegan.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.recyclegan.video.ffmpeg.NativeCall.check;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.recyclegan.video.ffmpeg.Ffmpeg;

/**
 * The best audio stream of a file, read without any of the code under test.
 *
 * @param hash of the payloads of all packets, one after the other: however a container cuts them
 * @param bytes how many those are, 0 without audio
 * @param startSeconds of the first packet in the container's time, NaN without audio
 */
public record AudioPayload(String hash, long bytes, double startSeconds) {

  public static AudioPayload read(Path file) throws IOException {
    Ffmpeg.load();
    AVFormatContext format = new AVFormatContext(null);
    check(
        avformat_open_input(format, "file:" + file, (AVInputFormat) null, (AVDictionary) null),
        "open " + file);
    AVPacket packet = av_packet_alloc();
    try {
      check(avformat_find_stream_info(format, (AVDictionary) null), "read " + file);
      int best = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
      Hasher hasher = Hashing.sha256().newHasher();
      long bytes = 0;
      double start = Double.NaN;
      while (av_read_frame(format, packet) >= 0) {
        if (packet.stream_index() == best) {
          byte[] payload = new byte[packet.size()];
          packet.data().get(payload);
          hasher.putBytes(payload);
          bytes += payload.length;
          if (Double.isNaN(start)) {
            var unit = format.streams(best).time_base();
            start = (double) packet.pts() * unit.num() / unit.den();
          }
        }
        av_packet_unref(packet);
      }
      return new AudioPayload(hasher.hash().toString(), bytes, start);
    } finally {
      av_packet_free(packet);
      avformat_close_input(format);
    }
  }
}
