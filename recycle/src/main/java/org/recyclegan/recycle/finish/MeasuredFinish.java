package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.VideoInfo;

/** The finish that did best, reporting how all of them did. */
record MeasuredFinish(Finish best, List<FinishScore> scores) implements Finish {

  @Override
  public FinishKind kind() {
    return best.kind();
  }

  @Override
  public VideoInfo outputInfo(VideoInfo source) {
    return best.outputInfo(source);
  }

  @Override
  public Optional<FinishReport> retarget(
      Source source, FrameSink sink, FinishListener listener, BooleanSupplier stop)
      throws IOException {
    return best.retarget(source, sink, listener, stop).map(report -> report.withMeasured(scores));
  }
}
