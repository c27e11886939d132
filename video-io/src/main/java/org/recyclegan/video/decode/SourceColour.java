package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WEBP;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ411P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_FCC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_SMPTE240M;

import com.google.common.collect.ImmutableSet;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.recyclegan.video.ffmpeg.ColourTags;
import org.recyclegan.video.ffmpeg.Samples;

/**
 * How the samples of a decoded picture mean colours.
 *
 * @param samples what swscale is told of them
 * @param limitedGrey whether a picture without colours holds black as 16 and white as 235; swscale
 *     takes all grey for full range, so it is told so and the levels are stretched afterwards
 * @param known false if the file names a matrix that swscale lacks and another was taken
 */
record SourceColour(Samples samples, boolean limitedGrey, boolean known) {

  private static final int UNKNOWN = -1;

  private static final ImmutableSet<Integer> ALWAYS_601 =
      ImmutableSet.of(AV_CODEC_ID_VP8, AV_CODEC_ID_WEBP);

  private static final ImmutableSet<Integer> FULL_RANGE_FORMATS =
      ImmutableSet.of(
          AV_PIX_FMT_YUVJ411P,
          AV_PIX_FMT_YUVJ420P,
          AV_PIX_FMT_YUVJ422P,
          AV_PIX_FMT_YUVJ440P,
          AV_PIX_FMT_YUVJ444P);

  /**
   * Reads the tags of a decoded frame. Where the matrix is not tagged: BT.601 below 720 lines and
   * for VP8 and WebP, which know no other, else BT.709. Where the range is not tagged: limited, but
   * full for grey pictures.
   */
  static SourceColour of(AVFrame frame, int codecId) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
    int untagged =
        ALWAYS_601.contains(codecId)
            ? SWS_CS_ITU601
            : ColourTags.customOf(frame.height()).swsMatrix();
    int matrix = matrixOf(frame.colorspace(), untagged);
    return new SourceColour(
        Samples.located(
            frame.width(),
            frame.height(),
            frame.format(),
            matrix == UNKNOWN ? untagged : matrix,
            fullRange(frame, format),
            frame.chroma_location()),
        isGrey(format) && frame.color_range() == AVCOL_RANGE_MPEG,
        matrix != UNKNOWN);
  }

  private static int matrixOf(int space, int untagged) {
    return switch (space) {
      case AVCOL_SPC_BT709 -> SWS_CS_ITU709;
      case AVCOL_SPC_FCC -> SWS_CS_FCC;
      case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M -> SWS_CS_ITU601;
      case AVCOL_SPC_SMPTE240M -> SWS_CS_SMPTE240M;
      case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL -> SWS_CS_BT2020;
      case AVCOL_SPC_UNSPECIFIED, AVCOL_SPC_RGB -> untagged;
      default -> UNKNOWN;
    };
  }

  private static boolean fullRange(AVFrame frame, AVPixFmtDescriptor format) {
    return (format.flags() & AV_PIX_FMT_FLAG_RGB) != 0
        || isGrey(format)
        || FULL_RANGE_FORMATS.contains(frame.format())
        || frame.color_range() == AVCOL_RANGE_JPEG;
  }

  private static boolean isGrey(AVPixFmtDescriptor format) {
    return format.nb_components() <= 2;
  }
}
