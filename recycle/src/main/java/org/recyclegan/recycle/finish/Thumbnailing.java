package org.recyclegan.recycle.finish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.Retargeter;
import org.recyclegan.recycle.retarget.StagePipeline;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;

/**
 * Reads a video through once and keeps of every frame two thumbnails: its own and that of its
 * translation. Reading, translating and keeping overlap; in memory is only what is small.
 */
final class Thumbnailing {

  private final Torch torch;
  private final FrameTranslator translator;
  private final double aspect;
  private final ByteArrayOutputStream own = new ByteArrayOutputStream();
  private final ByteArrayOutputStream translated = new ByteArrayOutputStream();
  private final List<Long> times = new ArrayList<>();

  /**
   * Prepares to read.
   *
   * @param torch the engine
   * @param translator of the video
   * @param aspect of the part that thumbnails show
   */
  Thumbnailing(Torch torch, FrameTranslator translator, double aspect) {
    this.torch = torch;
    this.translator = translator;
    this.aspect = aspect;
  }

  /**
   * Reads a video to its end, after what was read before.
   *
   * @param each sees every frame as it was read
   * @param done told after every frame
   * @param stop asked for every batch
   * @return whether the end was reached
   * @throws IOException if reading fails
   */
  boolean read(FrameSource source, Consumer<Frame> each, Runnable done, BooleanSupplier stop)
      throws IOException {
    Size whole = new Size(source.info().width(), source.info().height());
    Size size = Retargeter.networkSize(whole, translator.shortSide());
    int batch = Retargeter.framesOfABatch(size);
    Resampler shrink = Resampler.of(whole.width(), whole.height(), size.width(), size.height());
    Thumbnails reading = new Thumbnails(size, aspect);
    ThreadLocal<Thumbnails> thumbnails =
        ThreadLocal.withInitial(() -> new Thumbnails(size, aspect));
    return StagePipeline.run(
        () -> take(source, each, shrink, reading, batch),
        frames -> translate(frames, thumbnails.get()),
        torch.workers(Integer.MAX_VALUE),
        frames -> {
          for (int i = 0; i < frames.frames().size(); i++) {
            own.writeBytes(frames.thumbnails().get(i));
            translated.writeBytes(frames.translated().get(i));
            times.add(frames.frames().get(i).pts());
            done.run();
          }
          return true;
        },
        stop);
  }

  private static @Nullable SmallFrames take(
      FrameSource source, Consumer<Frame> each, Resampler shrink, Thumbnails thumbnails, int most)
      throws IOException {
    SmallFrames taken = new SmallFrames();
    while (taken.frames().size() < most) {
      Frame frame = source.next();
      if (frame == null) {
        break;
      }
      each.accept(frame);
      Frame small = shrink.apply(frame);
      taken.frames().add(small);
      taken.thumbnails().add(thumbnails.of(small));
    }
    return taken.frames().isEmpty() ? null : taken;
  }

  private SmallFrames translate(SmallFrames frames, Thumbnails thumbnails) {
    for (Frame frame : translator.translate(frames.frames())) {
      frames.translated().add(thumbnails.of(frame));
    }
    return frames;
  }

  /** Returns the thumbnails of all frames so far, one after the other. */
  byte[] own() {
    return own.toByteArray();
  }

  /** Returns the thumbnails of their translations. */
  byte[] translated() {
    return translated.toByteArray();
  }

  /** Returns the times of all frames so far, in ticks of their videos. */
  long[] times() {
    return times.stream().mapToLong(Long::longValue).toArray();
  }
}
