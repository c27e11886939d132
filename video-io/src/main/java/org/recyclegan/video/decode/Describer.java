package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TT;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_color_primaries_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_range_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_space_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_transfer_name;
import static org.bytedeco.ffmpeg.global.avutil.av_get_media_type_string;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.InputException;
import org.recyclegan.video.VideoDescription;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.ffmpeg.Metadata;

/** Draws up descriptions of freshly opened sources. */
final class Describer {

  /** FFmpeg's word for a tag without a value. */
  private static final String UNKNOWN = "unknown";

  private Describer() {}

  static VideoDescription describe(FfmpegSource source) throws InputException {
    Demuxer demuxer = source.demuxer();
    AVFormatContext context = demuxer.context();
    List<VideoDescription.Stream> streams = new ArrayList<>();
    for (int i = 0; i < context.nb_streams(); i++) {
      streams.add(stream(source, context.streams(i)));
    }
    ContainerClaim claim = source.claim();
    return new VideoDescription(
        demuxer.file().toString(),
        context.iformat().long_name().getString(),
        claim.seconds().isPresent() ? claim.seconds().getAsDouble() : null,
        Metadata.all(context.metadata()),
        streams,
        demuxer.stream().index(),
        demuxer.choice().reason(),
        source.info(),
        source.warnings());
  }

  static VideoDescription describe(ImageFolder folder, FfmpegSource firstPicture)
      throws InputException {
    VideoDescription one = describe(firstPicture);
    VideoInfo info = folder.info();
    long count = info.frameCount().orElse(0);
    return new VideoDescription(
        String.valueOf(folder.firstFile().getParent()),
        "folder of pictures",
        count / info.rate().perSecond(),
        Map.of(),
        one.streams(),
        one.chosenStream(),
        "its pictures are the frames; described is the first of them",
        info,
        folder.warnings());
  }

  private static VideoDescription.Stream stream(FfmpegSource source, AVStream stream)
      throws InputException {
    AVCodecParameters parameters = stream.codecpar();
    int type = parameters.codec_type();
    String kind = text(av_get_media_type_string(type));
    return new VideoDescription.Stream(
        stream.index(),
        kind == null ? UNKNOWN : kind,
        avcodec_get_name(parameters.codec_id()).getString(),
        type == AVMEDIA_TYPE_VIDEO ? picture(source, stream) : null,
        type == AVMEDIA_TYPE_AUDIO
            ? new VideoDescription.Sound(
                parameters.sample_rate(), parameters.ch_layout().nb_channels())
            : null,
        Metadata.all(stream.metadata()));
  }

  private static VideoDescription.Picture picture(FfmpegSource source, AVStream stream)
      throws InputException {
    boolean chosen = stream.index() == source.demuxer().stream().index();
    AVFormatContext context = source.demuxer().context();
    AVCodecParameters parameters = stream.codecpar();
    ContainerClaim claim = chosen ? source.claim() : ContainerClaim.of(context, stream);
    AVFrame frame = chosen ? source.firstPicture() : null;
    try (AVRational aspect = av_guess_sample_aspect_ratio(context, stream, frame)) {
      boolean square = aspect.num() <= 0 || aspect.den() <= 0;
      PictureGeometry geometry =
          chosen
              ? source.geometry()
              : PictureGeometry.of(
                  source.demuxer().file().toString(), stream, aspect, source.options());
      return new VideoDescription.Picture(
          parameters.width(),
          parameters.height(),
          geometry.width(),
          geometry.height(),
          square ? "1:1" : aspect.num() + ":" + aspect.den(),
          geometry.orientation().degreesClockwise(),
          geometry.orientation().mirrored(),
          StreamChoice.isAttachedPicture(stream),
          fieldOrder(parameters, frame),
          frame == null ? colour(parameters) : colour(frame),
          timing(claim));
    }
  }

  private static VideoDescription.Timing timing(ContainerClaim claim) {
    OptionalLong frames = claim.expectedFrames();
    return new VideoDescription.Timing(
        claim.rate().orElse(null),
        frames.isPresent() ? frames.getAsLong() : null,
        claim.variableRate().orElse(null));
  }

  private static VideoDescription.Colour colour(AVFrame frame) {
    return colour(
        frame.format(),
        frame.colorspace(),
        frame.color_range(),
        frame.color_primaries(),
        frame.color_trc());
  }

  private static VideoDescription.Colour colour(AVCodecParameters parameters) {
    return colour(
        parameters.format(),
        parameters.color_space(),
        parameters.color_range(),
        parameters.color_primaries(),
        parameters.color_trc());
  }

  private static VideoDescription.Colour colour(
      int format, int space, int range, int primaries, int transfer) {
    boolean known = format >= 0;
    return new VideoDescription.Colour(
        known ? text(av_get_pix_fmt_name(format)) : null,
        known ? av_pix_fmt_desc_get(format).comp(0).depth() : null,
        text(av_color_space_name(space)),
        text(av_color_range_name(range)),
        text(av_color_primaries_name(primaries)),
        text(av_color_transfer_name(transfer)),
        known && RgbConverter.hasAlpha(format));
  }

  private static @Nullable String fieldOrder(
      AVCodecParameters parameters, @Nullable AVFrame frame) {
    if (frame != null && (frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0) {
      return (frame.flags() & AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST) != 0
          ? "top field first"
          : "bottom field first";
    }
    return switch (parameters.field_order()) {
      case AV_FIELD_PROGRESSIVE -> "progressive";
      case AV_FIELD_TT, AV_FIELD_BT -> "top field first";
      case AV_FIELD_BB, AV_FIELD_TB -> "bottom field first";
      default -> null;
    };
  }

  private static @Nullable String text(@Nullable BytePointer name) {
    String text = name == null || name.isNull() ? null : name.getString();
    return UNKNOWN.equals(text) ? null : text;
  }
}
