package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_FRAME_CROPPING;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** The cropping and rotation that a container states for a stream. */
final class StreamGeometry {

  private static final int CROP_SIDES = 4;

  private StreamGeometry() {}

  /** Returns rows and columns to cut off at the top, bottom, left and right; empty for none. */
  static int[] crop(AVStream stream) {
    AVPacketSideData data = sideData(stream, AV_PKT_DATA_FRAME_CROPPING);
    if (data == null || data.size() < (long) CROP_SIDES * Integer.BYTES) {
      return new int[0];
    }
    int[] crop = new int[CROP_SIDES];
    new IntPointer((Pointer) data.data()).get(crop);
    return crop;
  }

  static Orientation orientation(AVStream stream) {
    AVPacketSideData data = sideData(stream, AV_PKT_DATA_DISPLAYMATRIX);
    return data == null ? Orientation.UPRIGHT : Orientation.ofMatrix(data.data(), data.size());
  }

  private static @Nullable AVPacketSideData sideData(AVStream stream, int type) {
    AVCodecParameters parameters = stream.codecpar();
    AVPacketSideData data =
        av_packet_side_data_get(
            parameters.coded_side_data(), parameters.nb_coded_side_data(), type);
    return data == null || data.isNull() ? null : data;
  }
}
