package org.recyclegan.eval;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;

/**
 * A video that the workers read a few frames ahead, one frame after the other, each frame by any
 * free worker: videos that are read side by side need not keep step.
 */
final class VideoAhead {

  /** With fewer, a worker that has read one video ahead would wait for the others. */
  private static final int FRAMES = 2;

  private final FrameSource video;
  private final Reader reader;
  private final Workers workers;
  private final ArrayDeque<CompletableFuture<Optional<Frame>>> coming = new ArrayDeque<>();

  private interface Reader {
    /** Returns the next frame as it will be compared, empty after the last. */
    Optional<Frame> read() throws IOException;
  }

  private VideoAhead(FrameSource video, Reader reader, Workers workers) {
    this.video = video;
    this.reader = reader;
    this.workers = workers;
    coming.add(workers.start(reader::read));
    while (coming.size() < FRAMES) {
      readOneMore();
    }
  }

  /** Begins to read pictures; {@code resizing} serves this video alone. */
  static VideoAhead ofPictures(FrameSource video, UnaryOperator<Frame> resizing, Workers workers) {
    return new VideoAhead(video, () -> Optional.ofNullable(video.next()).map(resizing), workers);
  }

  /** Begins to read times only, for a video that no metric reads; a pixel stands for each frame. */
  static VideoAhead ofTimes(FrameSource video, Workers workers) {
    return new VideoAhead(
        video,
        () -> {
          OptionalLong time = video.skip();
          return time.isPresent()
              ? Optional.of(new Frame(1, 1, new byte[3], time.getAsLong()))
              : Optional.empty();
        },
        workers);
  }

  private void readOneMore() {
    coming.add(
        coming
            .getLast()
            .thenCompose(
                before ->
                    before.isPresent()
                        ? workers.start(reader::read)
                        : CompletableFuture.completedFuture(before)));
  }

  /** Returns the next frame, or empty after the last. */
  Optional<Frame> next() throws IOException {
    readOneMore();
    return workers.result(coming.remove());
  }

  /** Returns the video's warnings, including those of frames that were read ahead. */
  List<String> warnings() throws IOException {
    // The video is not safe for use while it is read. A failure beyond the compared frames is moot.
    workers.settle(coming.getLast());
    return video.warnings();
  }
}
