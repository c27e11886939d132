package org.recyclegan.recycle;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/**
 * Retargets a video frame by frame: decoding, translating and encoding overlap, and memory does not
 * depend on the video's length. Every frame keeps its time.
 *
 * <p>A generator knows its domains at the size it was trained at: a petal that was ten pixels wide
 * then must not be a hundred wide now. So frames are brought to that size, translated, and brought
 * back to the source's, unless the options say otherwise.
 */
public final class Retargeter {

  /** Frames more elongated than this are not brought all the way up to the trained short side. */
  private static final int LARGEST_ASPECT = 8;

  private final FrameTranslator translator;
  private final RetargetOptions options;

  /**
   * Prepares to retarget.
   *
   * @param translator the generator
   * @param options size and layout
   */
  public Retargeter(FrameTranslator translator, RetargetOptions options) {
    this.translator = translator;
    this.options = options;
  }

  /** A frame on its way: as it was read, and as the network sees it or made it. */
  private record Passing(Frame original, Frame small) {}

  /**
   * Retargets every frame. The sink is not committed.
   *
   * @param source where frames come from
   * @param sink of the size that {@link RetargetOptions#outputInfo} says
   * @param progress told how many frames were written, after each
   * @param stop asked for every frame
   * @return whether the end of the source was reached
   * @throws IOException if reading or writing fails
   */
  public boolean retarget(
      FrameSource source, FrameSink sink, LongConsumer progress, BooleanSupplier stop)
      throws IOException {
    VideoInfo info = source.info();
    Size size = networkSize(info.width(), info.height());
    Resampler shrink = Resampler.of(info.width(), info.height(), size.width(), size.height());
    Size result = options.resultSize(info);
    Resampler enlarge = Resampler.of(size.width(), size.height(), result.width(), result.height());
    Resampler show = Resampler.of(info.width(), info.height(), result.width(), result.height());
    AtomicLong written = new AtomicLong();
    return StagePipeline.run(
        () -> {
          @Nullable Frame frame = source.next();
          return frame == null ? null : new Passing(frame, shrink.apply(frame));
        },
        passing -> new Passing(passing.original(), translator.translate(passing.small())),
        passing -> {
          Frame made = enlarge.apply(passing.small());
          sink.write(options.sideBySide() ? beside(show.apply(passing.original()), made) : made);
          progress.accept(written.incrementAndGet());
        },
        stop);
  }

  private Size networkSize(int width, int height) {
    int shortSide = options.shortSide().orElse(translator.shortSide());
    if (shortSide == 0) {
      return new Size(width, height);
    }
    int aspect = Math.max(width, height) / Math.min(width, height);
    int reduced = aspect > LARGEST_ASPECT ? shortSide * LARGEST_ASPECT / aspect : shortSide;
    return Resampler.shortSide(width, height, Math.max(1, reduced));
  }

  private static Frame beside(Frame left, Frame right) {
    int row = 3 * left.width();
    byte[] pixels = new byte[2 * row * left.height()];
    for (int y = 0; y < left.height(); y++) {
      System.arraycopy(left.rgb(), y * row, pixels, 2 * y * row, row);
      System.arraycopy(right.rgb(), y * row, pixels, (2 * y + 1) * row, row);
    }
    return left.withPixels(2 * left.width(), left.height(), pixels);
  }
}
