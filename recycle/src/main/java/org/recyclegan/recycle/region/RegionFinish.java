package org.recyclegan.recycle.region;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.recyclegan.recycle.finish.Finish;
import org.recyclegan.recycle.finish.FinishKind;
import org.recyclegan.recycle.finish.FinishListener;
import org.recyclegan.recycle.finish.FinishReport;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;

/** Another finish on a region, whose results are pasted back into the source's own frames. */
public final class RegionFinish implements Finish {

  private final Finish inner;
  private final SourceRegion region;
  private final boolean sideBySide;

  /**
   * Wraps around a finish.
   *
   * @param inner for {@link SourceRegion#crop}
   * @param region of the source
   * @param sideBySide whether the source is shown to the left of the result
   */
  public RegionFinish(Finish inner, SourceRegion region, boolean sideBySide) {
    this.inner = inner;
    this.region = region;
    this.sideBySide = sideBySide;
  }

  @Override
  public FinishKind kind() {
    return inner.kind();
  }

  @Override
  public VideoInfo outputInfo(VideoInfo source) {
    return source.withSize((sideBySide ? 2 : 1) * source.width(), source.height());
  }

  @Override
  public Optional<FinishReport> retarget(
      Source source, FrameSink sink, FinishListener listener, BooleanSupplier stop)
      throws IOException {
    try (FrameSource whole = source.open();
        PasteSink pasting = new PasteSink(whole, region, sink, sideBySide)) {
      Optional<FinishReport> report =
          inner.retarget(() -> region.crop(source.open()), pasting, listener, stop);
      if (report.isPresent()) {
        // What there is to say of a source is complete at its end.
        whole.skip();
      }
      return report;
    }
  }
}
