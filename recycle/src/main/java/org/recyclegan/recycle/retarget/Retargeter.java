package org.recyclegan.recycle.retarget;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.recyclegan.system.AvailableMemory;
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
 *
 * <p>Small frames go through the network in batches, several batches side by side; large ones one
 * after the other; those too large for memory in tiles.
 */
public final class Retargeter {

  /** Frames more elongated than this are not brought all the way up to the trained short side. */
  private static final int LARGEST_ASPECT = 8;

  /** Pixels of a batch that outweigh the overhead of the layers; more gains nothing. */
  private static final long PIXELS_OF_A_BATCH = 1 << 16;

  /** Above it, dividing every operation costs nothing, and memory for several frames would. */
  private static final long PIXELS_SIDE_BY_SIDE = 1 << 18;

  /** The rest is for what is made on the way and for everybody else. */
  private static final double USABLE_MEMORY = 0.7;

  private final FrameTranslator translator;
  private final RetargetOptions options;
  private final @Nullable FrameFinish finish;

  /**
   * Prepares to retarget.
   *
   * @param translator the generator
   * @param options size and layout
   */
  public Retargeter(FrameTranslator translator, RetargetOptions options) {
    this(translator, options, null);
  }

  /**
   * Prepares to retarget with another way to bring translations to the source's size.
   *
   * @param translator the generator
   * @param options size and layout
   * @param finish of every frame; null to resize translations
   */
  public Retargeter(
      FrameTranslator translator, RetargetOptions options, @Nullable FrameFinish finish) {
    this.translator = translator;
    this.options = options;
    this.finish = finish;
  }

  /**
   * Retargets every frame. The sink is not committed.
   *
   * @param source where frames come from
   * @param sink of the size that {@link RetargetOptions#outputInfo} says
   * @param progress told how many frames were written, after each
   * @param stop asked for every frame; once true, no further one is written
   * @return whether the end of the source was reached
   * @throws IOException if reading or writing fails
   */
  public boolean retarget(
      FrameSource source, FrameSink sink, LongConsumer progress, BooleanSupplier stop)
      throws IOException {
    VideoInfo info = source.info();
    Size size =
        networkSize(
            new Size(info.width(), info.height()),
            options.shortSide().orElse(translator.shortSide()));
    long pixels = (long) size.width() * size.height();
    int batch = framesOfABatch(size);
    FrameRetargeting each =
        new FrameRetargeting(
            translator, info, size, options.resultSize(info), options, tile(size), finish);
    AtomicLong written = new AtomicLong();
    return StagePipeline.run(
        () -> take(source, batch),
        each::apply,
        translator.workers(pixels > PIXELS_SIDE_BY_SIDE ? 1 : Integer.MAX_VALUE),
        frames -> {
          for (Frame frame : frames) {
            if (stop.getAsBoolean()) {
              return false;
            }
            sink.write(frame);
            progress.accept(written.incrementAndGet());
          }
          return true;
        },
        stop);
  }

  /**
   * Returns how many frames go through the network at once.
   *
   * @param size at which the network sees them
   * @return at least 1
   */
  public static int framesOfABatch(Size size) {
    long pixels = (long) size.width() * size.height();
    return (int) Math.max(1, PIXELS_OF_A_BATCH / pixels);
  }

  private static @Nullable List<Frame> take(FrameSource source, int most) throws IOException {
    List<Frame> frames = new ArrayList<>(most);
    while (frames.size() < most) {
      @Nullable Frame frame = source.next();
      if (frame == null) {
        break;
      }
      frames.add(frame);
    }
    return frames.isEmpty() ? null : frames;
  }

  private OptionalInt tile(Size size) {
    if (options.tile().isPresent()) {
      return options.tile();
    }
    boolean fits = translator.estimatedBytes(size) <= USABLE_MEMORY * AvailableMemory.bytes();
    return fits ? OptionalInt.empty() : OptionalInt.of(RetargetOptions.DEFAULT_TILE);
  }

  /**
   * Returns the size at which a network sees frames.
   *
   * @param frame size of the frames
   * @param shortSide that is wanted; 0 for the frames' own
   * @return that size, smaller for very elongated frames
   */
  public static Size networkSize(Size frame, int shortSide) {
    if (shortSide == 0) {
      return frame;
    }
    int aspect = Math.max(frame.width(), frame.height()) / frame.shortSide();
    int reduced = aspect > LARGEST_ASPECT ? shortSide * LARGEST_ASPECT / aspect : shortSide;
    return Resampler.shortSide(frame.width(), frame.height(), Math.max(1, reduced));
  }
}
