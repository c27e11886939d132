package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

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
 * @param reason for the user
 */
public record StreamChoice(OptionalInt index, String reason) {

  /** Chooses as FFmpeg's own programs do, but never a cover picture attached to sound. */
  public static StreamChoice of(AVFormatContext context) {
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

  /** Returns the best sound, of the video's own programme if there are several; or negative. */
  public static int audio(AVFormatContext context, int video) {
    return av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, video, (AVCodec) null, 0);
  }

  static boolean hasAttachedPicture(AVFormatContext context) {
    for (int i = 0; i < context.nb_streams(); i++) {
      if (isAttachedPicture(context.streams(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns what of the pictures in the file is not read, in sentences for the user. */
  List<String> leftOut(AVFormatContext context) {
    List<String> sentences = new ArrayList<>();
    AVStream chosen = context.streams(index.orElseThrow());
    int others = 0;
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      if (i == chosen.index() || !isVideo(stream)) {
        continue;
      }
      if (isTransparency(stream, chosen)) {
        sentences.add(
            "The transparency is a stream of its own and is not applied: transparent parts show"
                + " the colour that lies below them.");
      } else {
        others++;
      }
    }
    if (others > 0) {
      sentences.add(
          "The file holds "
              + (others + 1)
              + " videos; number "
              + chosen.index()
              + " of its streams is read ("
              + reason
              + "), the others are left out.");
    }
    return sentences;
  }

  /** AVIF keeps it as a picture without colours, of the same size and coding. */
  private static boolean isTransparency(AVStream stream, AVStream chosen) {
    int format = stream.codecpar().format();
    return stream.codecpar().codec_id() == AV_CODEC_ID_AV1
        && chosen.codecpar().codec_id() == AV_CODEC_ID_AV1
        && stream.codecpar().width() == chosen.codecpar().width()
        && stream.codecpar().height() == chosen.codecpar().height()
        && format >= 0
        && av_pix_fmt_desc_get(format).nb_components() == 1;
  }

  static boolean isAttachedPicture(AVStream stream) {
    return (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
  }

  private static boolean isVideo(AVStream stream) {
    return stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO && !isAttachedPicture(stream);
  }
}
