package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Which stream of a file is the video.
 *
 * @param index of the stream, empty if there is no video
 * @param reason for a person
 */
record StreamChoice(OptionalInt index, String reason) {

  /** Chooses as FFmpeg's own programs do, but never a cover picture attached to sound. */
  static StreamChoice of(AVFormatContext context) {
    List<Integer> videos = new ArrayList<>();
    for (int i = 0; i < context.nb_streams(); i++) {
      if (isVideo(context.streams(i))) {
        videos.add(i);
      }
    }
    if (videos.isEmpty()) {
      return new StreamChoice(OptionalInt.empty(), "there is no video stream");
    }
    if (videos.size() == 1) {
      return new StreamChoice(OptionalInt.of(videos.get(0)), "it is the only video stream");
    }
    int best = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (videos.contains(best)) {
      return new StreamChoice(
          OptionalInt.of(best),
          "FFmpeg ranks it first of the video streams "
              + videos
              + " by its default flag, bit rate and number of frames");
    }
    return new StreamChoice(
        OptionalInt.of(videos.get(0)), "it is the first of the video streams " + videos);
  }

  static boolean isAttachedPicture(AVStream stream) {
    return (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
  }

  private static boolean isVideo(AVStream stream) {
    return stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO && !isAttachedPicture(stream);
  }
}
