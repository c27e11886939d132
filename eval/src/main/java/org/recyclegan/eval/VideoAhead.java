package org.recyclegan.eval;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;

/**
 * A video that the workers read a few frames ahead, one frame after the other and each by whoever
 * is free: so videos that are read side by side need not keep step.
 */
final class VideoAhead {

  /** With fewer, a worker that has read one video ahead would wait for the others. */
  private static final int FRAMES = 2;

  private static final int CHANNELS = 3;

  private final FrameSource video;
  private final boolean wanted;
  private final Fit fit;
  private final Workers workers;
  private final ArrayDeque<CompletableFuture<Optional<Frame>>> coming = new ArrayDeque<>();

  /** What happens to each frame that was read. */
  interface Fit {
    /** Returns the frame to be compared. */
    Frame apply(Frame frame) throws IOException;
  }

  /**
   * Begins to read.
   *
   * @param wanted whether anybody looks at the pictures; if not, a single pixel stands for each
   */
  VideoAhead(FrameSource video, boolean wanted, Fit fit, Workers workers) {
    this.video = video;
    this.wanted = wanted;
    this.fit = fit;
    this.workers = workers;
    coming.add(workers.start(this::read));
    while (coming.size() < FRAMES) {
      readOneMore();
    }
  }

  private void readOneMore() {
    coming.add(
        coming
            .getLast()
            .thenCompose(
                before ->
                    before.isPresent()
                        ? workers.start(this::read)
                        : CompletableFuture.completedFuture(before)));
  }

  private Optional<Frame> read() throws IOException {
    if (!wanted) {
      OptionalLong time = video.skip();
      return time.isPresent()
          ? Optional.of(new Frame(1, 1, new byte[CHANNELS], time.getAsLong()))
          : Optional.empty();
    }
    Frame frame = video.next();
    return frame == null ? Optional.empty() : Optional.of(fit.apply(frame));
  }

  /** Returns the next frame, or empty after the last. */
  Optional<Frame> next() throws IOException {
    readOneMore();
    return workers.result(coming.remove());
  }

  /** Returns the video's warnings, of frames that were read ahead too. */
  List<String> warnings() throws IOException {
    // The video is not safe for use while it is read; what fails now concerns no one.
    workers.settle(coming.getLast());
    return video.warnings();
  }
}
