package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.retarget.FrameFinish;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.RetargetOptions;
import org.recyclegan.recycle.retarget.Retargeter;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;

/** Frames that are made of their own translation alone: enlarged, or with the source's detail. */
final class PaintedFinish implements Finish {

  private final FinishKind kind;
  private final FrameTranslator translator;
  private final RetargetOptions options;
  private final @Nullable FrameFinish each;

  private PaintedFinish(
      FinishKind kind,
      FrameTranslator translator,
      RetargetOptions options,
      @Nullable FrameFinish each) {
    this.kind = kind;
    this.translator = translator;
    this.options = options;
    this.each = each;
  }

  /** Enlarges translations. */
  static Finish none(FrameTranslator translator, RetargetOptions options) {
    return new PaintedFinish(FinishKind.NONE, translator, options, null);
  }

  /** Carries what translations changed onto the source's own frames. */
  static Finish guide(FrameTranslator translator, RetargetOptions options) {
    return new PaintedFinish(FinishKind.GUIDE, translator, options, new GuidedFinish());
  }

  @Override
  public FinishKind kind() {
    return kind;
  }

  @Override
  public VideoInfo outputInfo(VideoInfo source) {
    return options.outputInfo(source);
  }

  @Override
  public Optional<FinishReport> retarget(
      Source source, FrameSink sink, FinishListener listener, BooleanSupplier stop)
      throws IOException {
    try (FrameSource frames = source.open()) {
      boolean complete =
          new Retargeter(translator, options, each).retarget(frames, sink, listener::written, stop);
      return complete ? Optional.of(FinishReport.painted(kind)) : Optional.empty();
    }
  }
}
