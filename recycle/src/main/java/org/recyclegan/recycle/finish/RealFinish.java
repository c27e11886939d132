package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.finish.image.Crops;
import org.recyclegan.recycle.finish.image.Fitting;
import org.recyclegan.recycle.finish.path.Choice;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.retarget.StagePipeline;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/**
 * Shows the target's own frames. The source is gone through once in small, all frames are chosen
 * together, and then the chosen ones are read at full resolution in their order.
 */
final class RealFinish implements Finish {

  /** Data prepared once for all sources of one shape. */
  record Target(
      List<TargetVideo> videos,
      CandidateIndex index,
      Matching matching,
      double aspect,
      FrameOpener opener) {}

  private final Torch torch;
  private final FrameTranslator translator;
  private final Target target;
  private final @Nullable DomainMeans domain;
  private final FinishOptions options;
  private final RetargetOptions layout;

  /**
   * Prepares to finish.
   *
   * @param translator of the source
   * @param domain what sources and their translations look like on average; null for what the one
   *     that is retargeted looks like
   * @param layout whose output size and side-by-side count
   */
  RealFinish(
      Torch torch,
      FrameTranslator translator,
      Target target,
      @Nullable DomainMeans domain,
      FinishOptions options,
      RetargetOptions layout) {
    this.torch = torch;
    this.translator = translator;
    this.target = target;
    this.domain = domain;
    this.options = options;
    this.layout = layout;
  }

  @Override
  public FinishKind kind() {
    return FinishKind.REAL;
  }

  private Size resultSize(VideoInfo source) {
    Size size =
        options.sourceSize() ? new Size(source.width(), source.height()) : target.index().size();
    OptionalInt side = layout.outputShortSide();
    return side.isPresent()
        ? Resampler.shortSide(size.width(), size.height(), side.getAsInt())
        : size;
  }

  /** The source beside a result has the result's height and its own shape. */
  private static int widthBeside(VideoInfo source, Size result) {
    return Math.max(
        1,
        Math.toIntExact(Math.round((double) source.width() * result.height() / source.height())));
  }

  @Override
  public VideoInfo outputInfo(VideoInfo source) {
    Size size = resultSize(source);
    int left = layout.sideBySide() ? widthBeside(source, size) : 0;
    return new VideoInfo(
        left + size.width(),
        size.height(),
        source.rate(),
        source.timeBase(),
        source.frameCount(),
        source.hasAudio());
  }

  @Override
  public Optional<FinishReport> retarget(
      Source source, FrameSink sink, FinishListener listener, BooleanSupplier stop)
      throws IOException {
    Thumbnailing looking = new Thumbnailing(torch, translator, target.aspect());
    AtomicLong looked = new AtomicLong();
    VideoInfo info;
    try (FrameSource frames = source.open()) {
      info = frames.info();
      if (!looking.read(
          frames, frame -> {}, () -> listener.looked(looked.incrementAndGet()), stop)) {
        return Optional.empty();
      }
    }
    byte[] own = looking.own();
    byte[] translated = looking.translated();
    Choice choice =
        target
            .matching()
            .choose(
                own,
                translated,
                domain == null ? DomainMeans.of(own, translated) : domain,
                options.path(),
                (frame, candidate) -> false);
    boolean complete = write(source, info, looking.times(), choice, sink, listener, stop);
    return complete
        ? Optional.of(FinishReport.real(choice.path(), shown(choice)))
        : Optional.empty();
  }

  private List<ShownFrame> shown(Choice choice) {
    List<ShownFrame> shown = new ArrayList<>();
    for (int t = 0; t < choice.candidates().length; t++) {
      int candidate = choice.candidates()[t];
      int video = target.index().videoOf(candidate);
      shown.add(
          new ShownFrame(
              String.valueOf(target.videos().get(video).path().getFileName()),
              candidate - target.index().firstOf(video),
              choice.confidences()[t]));
    }
    return shown;
  }

  /** A frame on its way out; the source's own where both are shown. */
  private record Pair(@Nullable Frame source, Frame result) {}

  private boolean write(
      Source source,
      VideoInfo info,
      long[] times,
      Choice choice,
      FrameSink sink,
      FinishListener listener,
      BooleanSupplier stop)
      throws IOException {
    Size size = resultSize(info);
    ThreadLocal<Fitting> fitting = ThreadLocal.withInitial(() -> new Fitting(size));
    Size left = new Size(widthBeside(info, size), size.height());
    ThreadLocal<Fitting> besides = ThreadLocal.withInitial(() -> new Fitting(left));
    AtomicLong read = new AtomicLong();
    AtomicLong written = new AtomicLong();
    try (CandidateReader reader =
            new CandidateReader(
                target.videos(),
                target.index(),
                target.opener(),
                choice.candidates(),
                CandidateReader.HELD_BYTES);
        FrameSource again = layout.sideBySide() ? source.open() : new NoFrames(info)) {
      return StagePipeline.run(
          () -> next(reader, again, times, read),
          pair -> {
            Frame result = fitting.get().apply(pair.result());
            return new Pair(
                null,
                pair.source() == null
                    ? result
                    : Crops.beside(besides.get().apply(pair.source()), result));
          },
          Executors.newFixedThreadPool(torch.threads()),
          pair -> {
            if (stop.getAsBoolean()) {
              return false;
            }
            sink.write(pair.result());
            listener.written(written.incrementAndGet());
            return true;
          },
          stop);
    }
  }

  private static @Nullable Pair next(
      CandidateReader reader, FrameSource again, long[] times, AtomicLong read) throws IOException {
    Frame frame = reader.next();
    if (frame == null) {
      return null;
    }
    int t = Math.toIntExact(read.getAndIncrement());
    Frame source = again.next();
    if (source == null && !(again instanceof NoFrames)) {
      throw new InputException(
          "The source", times.length + " frames as before", "fewer", "Start again.");
    }
    return new Pair(source, new Frame(frame.width(), frame.height(), frame.rgb(), times[t]));
  }
}
