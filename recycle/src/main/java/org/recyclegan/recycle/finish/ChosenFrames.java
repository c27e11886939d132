package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.finish.image.Crops;
import org.recyclegan.recycle.finish.image.Fitting;
import org.recyclegan.recycle.retarget.StagePipeline;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/**
 * Writes chosen frames of the target at the source's frame times: they are read in their order at
 * full resolution, brought to one size, and shown beside the source where asked for.
 *
 * @param videos the target's
 * @param frames of those videos
 * @param opener of the target's videos
 * @param size of the result, without the source beside it
 * @param beside size of the source beside it; null for the result alone
 */
public record ChosenFrames(
    List<TargetVideo> videos,
    CandidateFrames frames,
    FrameOpener opener,
    Size size,
    @Nullable Size beside) {

  /**
   * Lays out.
   *
   * @param size of the result, without the source beside it
   * @param source what may be shown beside it, at the result's height and in its own shape
   */
  public static ChosenFrames of(
      List<TargetVideo> videos,
      CandidateFrames frames,
      FrameOpener opener,
      Size size,
      VideoInfo source,
      boolean sideBySide) {
    long width = Math.round((double) source.width() * size.height() / source.height());
    return new ChosenFrames(
        videos,
        frames,
        opener,
        size,
        sideBySide ? new Size(Math.toIntExact(Math.max(1, width)), size.height()) : null);
  }

  /** Returns the size of what is written. */
  public Size whole() {
    return beside == null ? size : new Size(beside.width() + size.width(), size.height());
  }

  /** A frame on its way out; the source's own where both are shown. */
  private record Pair(@Nullable Frame source, Frame result) {}

  /**
   * Writes them.
   *
   * @param source read again where it is shown, too
   * @param info of the source
   * @param chosen a candidate for every frame of the source
   * @param times of those frames
   * @param threads that resize
   * @return false if it was stopped
   * @throws InputException if a video has fewer frames than before
   */
  public boolean write(
      Finish.Source source,
      VideoInfo info,
      int[] chosen,
      long[] times,
      int threads,
      FrameSink sink,
      FinishListener listener,
      BooleanSupplier stop)
      throws IOException {
    ThreadLocal<Fitting> fitting = ThreadLocal.withInitial(() -> new Fitting(size));
    ThreadLocal<Fitting> besides =
        ThreadLocal.withInitial(() -> new Fitting(beside == null ? size : beside));
    AtomicLong read = new AtomicLong();
    AtomicLong written = new AtomicLong();
    try (CandidateReader reader =
            new CandidateReader(videos, frames, opener, chosen, CandidateReader.HELD_BYTES);
        FrameSource again = beside == null ? new NoFrames(info) : source.open()) {
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
          Executors.newFixedThreadPool(threads),
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
