package org.recyclegan.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_IEC61966_2_1;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE170M;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.swscale;

/**
 * How colours are coded, and the tags that say so. YUV follows the custom of the size: BT.709 from
 * 720 rows, BT.601 below, limited range, chroma at the left between two rows; a reader that ignores
 * the tags and guesses by size is then right as well.
 */
public enum ColourTags {
  /** YUV of standard definition. */
  BT601(
      AVCOL_PRI_SMPTE170M,
      AVCOL_TRC_SMPTE170M,
      AVCOL_SPC_SMPTE170M,
      AVCOL_RANGE_MPEG,
      AVCHROMA_LOC_LEFT,
      swscale.SWS_CS_ITU601),
  /** YUV of high definition. */
  BT709(
      AVCOL_PRI_BT709,
      AVCOL_TRC_BT709,
      AVCOL_SPC_BT709,
      AVCOL_RANGE_MPEG,
      AVCHROMA_LOC_LEFT,
      swscale.SWS_CS_ITU709),
  /** RGB as computers have it; the matrix is never used. */
  SRGB(
      AVCOL_PRI_BT709,
      AVCOL_TRC_IEC61966_2_1,
      AVCOL_SPC_RGB,
      AVCOL_RANGE_JPEG,
      AVCHROMA_LOC_UNSPECIFIED,
      swscale.SWS_CS_DEFAULT);

  /** The first height of high definition. */
  private static final int HD_HEIGHT = 720;

  private final int primaries;
  private final int transfer;
  private final int space;
  private final int range;
  private final int chromaLocation;
  private final int swsMatrix;

  ColourTags(int primaries, int transfer, int space, int range, int chromaLocation, int swsMatrix) {
    this.primaries = primaries;
    this.transfer = transfer;
    this.space = space;
    this.range = range;
    this.chromaLocation = chromaLocation;
    this.swsMatrix = swsMatrix;
  }

  /** Returns the tags of RGB pictures. */
  public static ColourTags rgb() {
    return SRGB;
  }

  /** Returns the custom for YUV pictures of a height. */
  public static ColourTags customOf(int height) {
    return height >= HD_HEIGHT ? BT709 : BT601;
  }

  /** Returns swscale's number of the matrix between RGB and YUV. */
  public int swsMatrix() {
    return swsMatrix;
  }

  /** Returns the meaning of the samples of pictures with these tags. */
  public Samples samples(int width, int height, int pixelFormat) {
    boolean fullRange = range == AVCOL_RANGE_JPEG;
    return Samples.located(width, height, pixelFormat, swsMatrix, fullRange, chromaLocation);
  }

  /** Tags an encoder, and through it the stream and the container. */
  public void tag(AVCodecContext context) {
    context.color_primaries(primaries);
    context.color_trc(transfer);
    context.colorspace(space);
    context.color_range(range);
    context.chroma_sample_location(chromaLocation);
  }

  /** Tags a frame. */
  public void tag(AVFrame frame) {
    frame.color_primaries(primaries);
    frame.color_trc(transfer);
    frame.colorspace(space);
    frame.color_range(range);
    frame.chroma_location(chromaLocation);
  }
}
