package org.recyclegan.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_BOTTOM;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_BOTTOMLEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_CENTER;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_TOP;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_TOPLEFT;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;

import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

/**
 * How the samples of a picture lie and what they mean: one side of a {@link Scaler}.
 *
 * @param width in luma samples
 * @param height in luma samples
 * @param format FFmpeg's number of the pixel format
 * @param matrix swscale's number of the luma-chroma matrix, of no meaning for RGB
 * @param fullRange whether 8-bit samples run over 0..255 and not 16..235
 * @param chromaX position of the first chroma sample to the right of the first luma sample, in
 *     256ths of a luma sample
 * @param chromaY the same downwards
 */
public record Samples(
    int width, int height, int format, int matrix, boolean fullRange, int chromaX, int chromaY) {

  /** Half a luma sample: in the middle between two. */
  private static final int BESIDE = 128;

  /** Returns RGB, whose samples all lie in one place. */
  public static Samples rgb(int width, int height, int format) {
    return new Samples(width, height, format, SWS_CS_DEFAULT, true, 0, 0);
  }

  /**
   * Returns samples whose chroma lies where a tag says, and at the left between two rows (as MPEG-2
   * and all its successors have it) where no tag says anything.
   *
   * @param chromaLocation one of FFmpeg's AVCHROMA_LOC numbers
   */
  public static Samples located(
      int width, int height, int format, int matrix, boolean fullRange, int chromaLocation) {
    AVPixFmtDescriptor layout = av_pix_fmt_desc_get(format);
    boolean centred =
        chromaLocation == AVCHROMA_LOC_CENTER
            || chromaLocation == AVCHROMA_LOC_TOP
            || chromaLocation == AVCHROMA_LOC_BOTTOM;
    return new Samples(
        width,
        height,
        format,
        matrix,
        fullRange,
        layout.log2_chroma_w() == 1 && centred ? BESIDE : 0,
        layout.log2_chroma_h() == 1 ? below(chromaLocation) : 0);
  }

  private static int below(int chromaLocation) {
    return switch (chromaLocation) {
      case AVCHROMA_LOC_TOPLEFT, AVCHROMA_LOC_TOP -> 0;
      case AVCHROMA_LOC_BOTTOMLEFT, AVCHROMA_LOC_BOTTOM -> 2 * BESIDE;
      default -> BESIDE;
    };
  }

  public boolean sameSize(Samples other) {
    return width == other.width && height == other.height;
  }
}
