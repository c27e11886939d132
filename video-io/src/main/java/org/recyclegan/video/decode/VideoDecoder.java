package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_COPY_OPAQUE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.ffmpeg.Ffmpeg;
import org.recyclegan.video.ffmpeg.Metadata;

/** Turns the packets of a video stream into pictures in the order they are shown. */
final class VideoDecoder implements AutoCloseable {

  /** A decoder that fails this often at the end, where nothing goes in any more, is stuck. */
  private static final int MOST_FAILURES_AT_END = 64;

  /** Some codings renew the picture bit by bit and never say that it is whole again. */
  private static final int MOST_DOUBTFUL = 300;

  private final Demuxer demuxer;
  private final ReadLog log;
  private final ReadOptions options;
  private final AVPacket packet;
  private final int[] crop;
  private AVCodecContext codec;
  private boolean draining;
  private boolean awaitsOther;
  private boolean jpegsEnd;
  private int doubtfulLeft;
  private int failuresAtEnd;

  private VideoDecoder(Demuxer demuxer, ReadOptions options, ReadLog log, AVCodecContext codec) {
    this.options = options;
    this.demuxer = demuxer;
    this.log = log;
    this.codec = codec;
    this.packet = allocated(av_packet_alloc());
    this.crop = StreamGeometry.crop(demuxer.stream());
  }

  /**
   * Opens the decoder of the demuxer's stream. The demuxer stays the caller's to close.
   *
   * @throws InputException if FFmpeg has no decoder for it
   */
  static VideoDecoder open(Demuxer demuxer, ReadOptions options, ReadLog log)
      throws InputException {
    if (demuxer.end() == JpegEnd.State.WITHOUT_PASSES) {
      throw damagedPicture(demuxer, options);
    }
    return new VideoDecoder(demuxer, options, log, openCodec(demuxer, options));
  }

  private static AVCodecContext openCodec(Demuxer demuxer, ReadOptions options)
      throws InputException {
    AVStream stream = demuxer.stream();
    AVCodec decoder = decoderOf(stream);
    if (decoder == null || decoder.isNull()) {
      throw cannotDecode(demuxer, "no decoder for it");
    }
    AVCodecContext codec = allocated(avcodec_alloc_context3(decoder));
    int code = avcodec_parameters_to_context(codec, stream.codecpar());
    if (code >= 0) {
      codec.pkt_timebase(stream.time_base());
      codec.thread_count(options.codecThreads());
      codec.max_pixels(options.maxPaddedPixels());
      codec.flags(codec.flags() | AV_CODEC_FLAG_COPY_OPAQUE);
      if (demuxer.end() != JpegEnd.State.WHOLE) {
        // All of the picture may be there all the same; then only the end marker is missing.
        codec.err_recognition(codec.err_recognition() | AV_EF_EXPLODE);
      }
      code = avcodec_open2(codec, decoder, (AVDictionary) null);
    }
    if (code < 0) {
      avcodec_free_context(codec);
      throw cannotDecode(demuxer, Ffmpeg.errorText(code));
    }
    return codec;
  }

  /**
   * Decodes the next picture, cropped as codec and container say.
   *
   * @param frame receives the picture, its old content is released
   * @return false after the last picture
   */
  boolean next(AVFrame frame) {
    while (true) {
      int code = avcodec_receive_frame(codec, frame);
      if (code >= 0) {
        finish(frame);
        return true;
      }
      if (code == AVERROR_EOF) {
        if (!awaitsOther || !changeCodec()) {
          return false;
        }
        continue;
      }
      if (code == AVERROR_EAGAIN()) {
        feed();
      } else {
        lost();
        if (draining && ++failuresAtEnd > MOST_FAILURES_AT_END) {
          return false;
        }
      }
    }
  }

  /** Returns the words for a stream of which not one picture could be decoded. */
  InputException nothingDecodes() {
    if (demuxer.isPicture() && log.undecodablePackets() > 0) {
      return damagedPicture(demuxer, options);
    }
    return cannotDecode(
        demuxer,
        log.undecodablePackets() > 0
            ? "damage, or a size above the limit of "
                + options.limits().maxPixels()
                + " pixels, in all "
                + log.undecodablePackets()
                + " that it holds"
            : "no pictures");
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avcodec_free_context(codec);
  }

  private void feed() {
    if (!demuxer.read(packet, log)) {
      draining = true;
      drain();
    } else if (demuxer.stream().codecpar().codec_id() == codec.codec_id()) {
      send();
    } else {
      // Of a file that was joined: what the old decoder holds comes first.
      awaitsOther = true;
      drain();
    }
  }

  private void drain() {
    if (avcodec_send_packet(codec, null) < 0) {
      log.undecodablePacket();
    }
  }

  private void send() {
    if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
      log.damagedPacket();
      doubtfulLeft = MOST_DOUBTFUL;
    } else if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
      doubtfulLeft = 0;
    }
    boolean half = isHalfJpeg();
    if (half) {
      log.damagedPacket();
    }
    if (half || doubtfulLeft > 0) {
      doubtfulLeft = Math.max(0, doubtfulLeft - 1);
      // Any address does: it comes back with the frame.
      packet.opaque(packet);
    }
    int code = avcodec_send_packet(codec, packet);
    av_packet_unref(packet);
    if (code < 0) {
      lost();
    }
  }

  /** If the pictures of a video end with a marker, a picture without one is cut short. */
  private boolean isHalfJpeg() {
    if (codec.codec_id() != AV_CODEC_ID_MJPEG || packet.size() < 2 || demuxer.isPicture()) {
      return false;
    }
    int last = packet.size() - 1;
    while (last > 1 && packet.data().get(last) == 0) {
      // Containers pad packets.
      last--;
    }
    boolean ends =
        packet.data().get(last) == (byte) 0xD9 && packet.data().get(last - 1) == (byte) 0xFF;
    jpegsEnd |= ends;
    return jpegsEnd && !ends;
  }

  /** Later pictures may refer to lost data, up to the next key picture. */
  private void lost() {
    log.undecodablePacket();
    doubtfulLeft = MOST_DOUBTFUL;
  }

  private boolean changeCodec() {
    awaitsOther = false;
    try {
      AVCodecContext next = openCodec(demuxer, options);
      avcodec_free_context(codec);
      codec = next;
    } catch (InputException e) {
      log.note("The coding of the video changes; the rest is left out. " + e.getMessage());
      return false;
    }
    log.note("The coding of the video changes within the file, and is followed.");
    send();
    return true;
  }

  private void finish(AVFrame frame) {
    boolean broken =
        (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0;
    if (broken) {
      log.damagedFrame();
    }
    Pointer doubt = frame.opaque();
    if (doubt != null && !doubt.isNull()) {
      frame.opaque(null);
      if (!broken) {
        log.doubtfulFrame();
      }
      broken = true;
    }
    if (broken) {
      frame.flags(frame.flags() | AVFrame.AV_FRAME_FLAG_CORRUPT);
    }
    // libavcodec crops what the codec says; what the container says is left to the caller.
    if (crop.length > 0) {
      frame.crop_top(crop[0]).crop_bottom(crop[1]).crop_left(crop[2]).crop_right(crop[3]);
      if (av_frame_apply_cropping(frame, AV_FRAME_CROP_UNALIGNED) < 0) {
        log.note("The container asks for a crop larger than the picture; it is not applied.");
        frame.crop_top(0).crop_bottom(0).crop_left(0).crop_right(0);
      }
    }
    frame.pts(frame.best_effort_timestamp());
  }

  private static AVCodec decoderOf(AVStream stream) {
    int id = stream.codecpar().codec_id();
    // FFmpeg's own decoders of these two skip the alpha channel, libvpx's bring it.
    if ("1".equals(Metadata.value(stream.metadata(), "alpha_mode"))) {
      if (id == AV_CODEC_ID_VP9) {
        return avcodec_find_decoder_by_name("libvpx-vp9");
      }
      if (id == AV_CODEC_ID_VP8) {
        return avcodec_find_decoder_by_name("libvpx");
      }
    }
    return avcodec_find_decoder(id);
  }

  private static InputException damagedPicture(Demuxer demuxer, ReadOptions options) {
    if (ExifOrientation.isAnimatedWebp(demuxer.file())) {
      return new InputException(
          demuxer.file() + ": an animated WebP, which FFmpeg does not decode",
          "a video, an animated GIF or PNG, or a single picture",
          "a WebP of several pictures",
          "Convert it first, for example to an animated PNG or to MP4.");
    }
    return new InputException(
        demuxer.file() + ": the picture cannot be decoded",
        "a complete picture of at most " + options.limits().maxPixels() + " pixels",
        demuxer.end() == JpegEnd.State.WHOLE
            ? "damage, a file that is cut short, or a larger picture"
            : "a file that is cut short: it ends in the middle of the picture",
        "Get or export it again.");
  }

  private static InputException cannotDecode(Demuxer demuxer, String found) {
    String codec = avcodec_get_name(demuxer.stream().codecpar().codec_id()).getString();
    return new InputException(
        demuxer.file() + ": its video (" + codec + ") cannot be decoded",
        "pictures that FFmpeg decodes",
        found,
        "Convert it with another program, for example to H.264 in MP4, or get an intact copy.");
  }
}
