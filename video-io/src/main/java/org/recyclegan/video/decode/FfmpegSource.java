package org.recyclegan.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_ARIB_STD_B67;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.recyclegan.video.ffmpeg.NativeCall.allocated;

import com.google.common.io.Closer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.TimeBase;
import org.recyclegan.video.VideoInfo;

/**
 * The video of one file, read through FFmpeg.
 *
 * <p>Opening decodes the first picture, because only it tells size, turning and transparency for
 * certain. Its size and orientation then hold for the whole video: pictures that come out
 * differently later are scaled to the first size, and a warning counts them.
 *
 * <p>Times count from the start of the container, as in FFmpeg's own programs: if the sound starts
 * first, the first frame has a time above 0, and a copy of the sound stays in step with the frames
 * if its own times lose the container's start as well.
 */
final class FfmpegSource implements FrameSource {

  private final ReadOptions options;
  private final Demuxer demuxer;
  private final ContainerClaim claim;
  private final ReadLog log;
  private final VideoInfo info;
  private final WholePictures pictures;
  private final RgbConverter converter;
  private final Orientation tagged;
  private final PictureGeometry geometry;
  private final AVFrame frame;
  private final Closer closer;
  private boolean primed = true;
  private boolean ended;
  private long delivered;
  private long lastPts;
  private long lastEnd;
  private boolean brightnessSeen;

  private FfmpegSource(Path file, ReadOptions options, Closer closer) throws IOException {
    this.options = options;
    this.closer = closer;
    log = new ReadLog();
    demuxer = Demuxer.open(file, options);
    closer.register(demuxer::close);
    VideoDecoder decoder = VideoDecoder.open(demuxer, options, log);
    closer.register(decoder::close);
    claim = demuxer.claim();
    demuxer.choice().leftOut(demuxer.context()).forEach(log::note);
    if (demuxer.endsEarly()) {
      log.note("The file ends early, in the middle of its animation.");
    }
    noteSeams();
    FrameRate rate = claim.rate().orElse(options.pictureRate());
    TimeBase timeBase = claim.timeBase();
    Timeline timeline = new Timeline(claim.startTicks(), timeBase.ticksOfFrame(rate), log);
    pictures = new WholePictures(decoder, timeline, timeBase);
    closer.register(pictures::close);
    frame = allocated(av_frame_alloc());
    closer.register(() -> av_frame_free(frame));
    if (!pictures.next(frame)) {
      throw decoder.nothingDecodes();
    }
    tagged = ExifOrientation.of(file).orElse(Orientation.UPRIGHT);
    geometry = measure();
    converter = new RgbConverter(geometry, demuxer.stream().codecpar().codec_id(), options, log);
    closer.register(converter::close);
    info =
        new VideoInfo(
            geometry.width(),
            geometry.height(),
            rate,
            timeBase,
            claim.expectedFrames(),
            demuxer.hasAudio());
    options.limits().requireAnnounced(file.toString(), info, claim.seconds());
    noteChanges();
  }

  /**
   * Opens a file and decodes its first picture.
   *
   * @throws InputException if nothing in it can be decoded or the picture is too large
   * @throws IOException if a filter or a conversion cannot be set up
   */
  static FfmpegSource open(Path file, ReadOptions options) throws IOException {
    Closer closer = Closer.create();
    try {
      return new FfmpegSource(file, options, closer);
    } catch (IOException | RuntimeException | Error e) {
      closer.close();
      throw e;
    }
  }

  @Override
  public VideoInfo info() {
    return info;
  }

  @Override
  public @Nullable Frame next() throws IOException {
    if (!decode()) {
      return null;
    }
    boolean damaged = (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
    byte[] rgb = converter.convert(frame);
    delivered();
    return new Frame(info.width(), info.height(), rgb, lastPts, lastEnd - lastPts, damaged);
  }

  @Override
  public OptionalLong skip() throws IOException {
    if (!decode()) {
      return OptionalLong.empty();
    }
    converter.noteSize(frame);
    delivered();
    return OptionalLong.of(lastPts);
  }

  /** Makes the next picture the frame; returns false after the last one. */
  private boolean decode() throws IOException {
    if (ended || !(primed || pictures.next(frame))) {
      end();
      return false;
    }
    primed = false;
    long step = frame.pts() - lastPts;
    long usual = claim.timeBase().ticksOfFrame(info.rate());
    if (delivered > 0 && 2 * step > 3 * usual) {
      log.missingFrames(Math.round((double) step / usual) - 1);
    }
    lastPts = frame.pts();
    lastEnd = lastPts + Math.max(0, frame.duration());
    noteChanges();
    requireWithinLimits();
    return true;
  }

  private void delivered() {
    av_frame_unref(frame);
    delivered++;
  }

  /** A file need not keep to what it announces. */
  private void requireWithinLimits() throws InputException {
    String name = demuxer.file().toString();
    options.limits().requireFrames(name, delivered + 1);
    options.limits().requireSeconds(name, claim.timeBase().seconds(lastPts));
  }

  @Override
  public List<String> warnings() {
    return log.sentences();
  }

  @Override
  public void close() throws IOException {
    ended = true;
    closer.close();
  }

  ReadOptions options() {
    return options;
  }

  Demuxer demuxer() {
    return demuxer;
  }

  ContainerClaim claim() {
    return claim;
  }

  PictureGeometry geometry() {
    return geometry;
  }

  /** Returns the first decoded picture, until {@link #next()} has been called. */
  AVFrame firstPicture() {
    return frame;
  }

  private PictureGeometry measure() throws InputException {
    Orientation orientation = orientation();
    if (!orientation.exact()) {
      log.note("The file asks for a turn that is no multiple of 90 degrees; the nearest is used.");
    }
    try (AVRational aspect =
        av_guess_sample_aspect_ratio(demuxer.context(), demuxer.stream(), frame)) {
      return PictureGeometry.of(
          demuxer.file().toString(),
          frame.width(),
          frame.height(),
          aspect.num(),
          aspect.den(),
          orientation,
          options);
    }
  }

  private Orientation orientation() {
    AVFrameSideData ofFrame = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (ofFrame != null && !ofFrame.isNull()) {
      return Orientation.ofMatrix(ofFrame.data(), ofFrame.size());
    }
    Orientation ofStream = StreamGeometry.orientation(demuxer.stream());
    return ofStream.equals(Orientation.UPRIGHT) ? tagged : ofStream;
  }

  private void noteSeams() {
    ClockSeams seams = demuxer.seams();
    if (seams.count() > 0) {
      log.note(
          "The times start again in the file, as where recordings were joined, or jump far ahead;"
              + " they go on there, pictures and sound alike: "
              + seams.count()
              + " places.");
    }
    if (seams.foreignStreams() > 0) {
      log.note(
          "Further on in the file other streams of video begin, which are not read: "
              + seams.foreignStreams()
              + ". If it was joined from parts, retarget the parts.");
    }
  }

  /** Facts of the first picture may not hold for later ones. */
  private void noteChanges() throws InputException {
    noteHighDynamicRange();
    if (delivered > 0
        && frame.width() == geometry.decodedWidth()
        && frame.height() == geometry.decodedHeight()
        && !measure().equals(geometry)) {
      log.reshapedFrame();
    }
  }

  private void noteHighDynamicRange() {
    if (brightnessSeen) {
      return;
    }
    int transfer = frame.color_trc();
    if (transfer == AVCOL_TRC_SMPTE2084 || transfer == AVCOL_TRC_ARIB_STD_B67) {
      log.note("The video is HDR; its brightness is taken as it is, without tone mapping.");
      brightnessSeen = true;
    }
  }

  private void end() {
    if (ended) {
      return;
    }
    ended = true;
    claim
        .exactFrames()
        .ifPresentOrElse(this::compareCount, () -> claim.seconds().ifPresent(this::compareLength));
  }

  private void compareCount(long announced) {
    if (delivered < announced) {
      log.note(
          "The file announces "
              + announced
              + " frames and yields "
              + delivered
              + "; frames lost: "
              + (announced - delivered)
              + ".");
    }
  }

  /** Compares with the announced length, which sound may stretch beyond the pictures. */
  private void compareLength(double seconds) {
    long frameTicks = claim.timeBase().ticksOfFrame(info.rate());
    double end = claim.timeBase().seconds(Math.max(lastEnd, lastPts + frameTicks));
    long missing = Math.round((seconds - end) * info.rate().perSecond());
    long tolerated = (delivered + missing) / (info.hasAudio() ? 10 : 50);
    // One frame either way is rounding of the announced length.
    if (missing > Math.max(1, tolerated)) {
      log.note(
          "The pictures end before the announced length of the file; about "
              + missing
              + " frames may be lost.");
    }
  }
}
