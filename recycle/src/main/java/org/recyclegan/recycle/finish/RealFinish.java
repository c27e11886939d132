package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.finish.path.Choice;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
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
        options.sourceSize()
            ? new Size(source.width(), source.height())
            : target.index().frames().size();
    OptionalInt side = layout.outputShortSide();
    return side.isPresent()
        ? Resampler.shortSide(size.width(), size.height(), side.getAsInt())
        : size;
  }

  private ChosenFrames layout(VideoInfo source) {
    return ChosenFrames.of(
        target.videos(),
        target.index().frames(),
        target.opener(),
        resultSize(source),
        source,
        layout.sideBySide());
  }

  @Override
  public VideoInfo outputInfo(VideoInfo source) {
    Size size = layout(source).whole();
    return new VideoInfo(
        size.width(),
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
    boolean complete =
        layout(info)
            .write(
                source,
                info,
                choice.candidates(),
                looking.times(),
                torch.threads(),
                sink,
                listener,
                stop);
    return complete
        ? Optional.of(FinishReport.real(choice.path(), shown(choice)))
        : Optional.empty();
  }

  private List<ShownFrame> shown(Choice choice) {
    List<ShownFrame> shown = new ArrayList<>();
    for (int t = 0; t < choice.candidates().length; t++) {
      int candidate = choice.candidates()[t];
      int video = target.index().frames().videoOf(candidate);
      shown.add(
          new ShownFrame(
              String.valueOf(target.videos().get(video).path().getFileName()),
              candidate - target.index().frames().firstOf(video),
              choice.confidences()[t]));
    }
    return shown;
  }
}
