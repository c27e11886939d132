package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;

/**
 * Makes a video of full resolution of what a small network says of a source. Every frame of the
 * source has one in the result, at the same time.
 */
public interface Finish {

  /** Opens the source from its beginning; some finishes go through it twice. */
  @FunctionalInterface
  interface Source {
    /**
     * Opens the source.
     *
     * @return to be closed by the finish
     * @throws IOException if it cannot be opened
     */
    FrameSource open() throws IOException;
  }

  /**
   * Returns which finish it is.
   *
   * @return a finish that does the work, chosen by the user or by measuring
   */
  FinishKind kind();

  /**
   * Describes the result.
   *
   * @param source what will be retargeted
   * @return its times, and the size that the frames of the result will have
   */
  VideoInfo outputInfo(VideoInfo source);

  /**
   * Retargets. The sink is not committed.
   *
   * @param source of one content, however often it is opened
   * @param sink of {@link #outputInfo}
   * @param listener told how it goes
   * @param stop asked for every frame; once true, no further one is written
   * @return what was done; empty if it was stopped
   * @throws org.recyclegan.video.InputException if a video cannot be used
   * @throws IOException if reading or writing fails
   */
  Optional<FinishReport> retarget(
      Source source, FrameSink sink, FinishListener listener, BooleanSupplier stop)
      throws IOException;
}
