package org.recyclegan.video;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads a video on a separate thread, a few frames ahead, so that decoding continues while its
 * reader works. Frames, failures and warnings are those of the video, in the same order; {@link
 * #warnings()} may concern later frames. At most three frames are held ahead, and of large ones no
 * more than 64 MiB or one frame.
 */
public final class ReadAhead implements FrameSource {

  /** Enough to smooth a slow frame. */
  private static final int MOST_FRAMES = 3;

  /**
   * Three frames of 4K are a little more, two are less; one is read ahead regardless of its size.
   */
  private static final long MOST_BYTES = 64L << 20;

  private static final int CHANNELS = 3;

  private final FrameSource source;
  private final long frames;
  private final ExecutorService thread;
  private final ArrayDeque<Future<Optional<Frame>>> coming = new ArrayDeque<>();
  private volatile boolean finished;

  /**
   * Takes a video. Reading begins with the first {@link #next()}: if no thread can be started, that
   * call fails and the video is closed.
   *
   * @param source the video; from now on used and closed through this object only
   */
  public ReadAhead(FrameSource source) {
    this(
        source,
        task -> {
          Thread reader = new Thread(task, "read-ahead");
          reader.setDaemon(true);
          return reader;
        });
  }

  ReadAhead(FrameSource source, ThreadFactory threads) {
    this.source = source;
    frames = framesAhead(source.info());
    thread = Executors.newSingleThreadExecutor(threads);
  }

  private static long framesAhead(VideoInfo info) {
    long frameBytes = (long) CHANNELS * info.width() * info.height();
    return Math.max(1, Math.min(MOST_FRAMES, MOST_BYTES / frameBytes));
  }

  private void readOn() {
    while (coming.size() < frames) {
      coming.add(thread.submit(this::read));
    }
  }

  private Optional<Frame> read() throws IOException {
    if (finished) {
      return Optional.empty();
    }
    boolean good = false;
    try {
      Frame frame = source.next();
      good = frame != null;
      return Optional.ofNullable(frame);
    } finally {
      if (!good) {
        finished = true;
      }
    }
  }

  @Override
  public VideoInfo info() {
    return source.info();
  }

  @Override
  public @Nullable Frame next() throws IOException {
    if (thread.isShutdown()) {
      return null;
    }
    readOn();
    // Keep the failure so that later reads throw it too.
    Frame frame = result(coming.element()).orElse(null);
    coming.remove();
    readOn();
    return frame;
  }

  /** Waits as {@link #close()} does, interrupted or not. */
  @Override
  public List<String> warnings() {
    if (coming.isEmpty()) {
      return source.warnings();
    }
    Future<List<String>> answer = thread.submit((Callable<List<String>>) source::warnings);
    try {
      return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(answer));
    } catch (ExecutionException e) {
      throw new IllegalStateException("Asking for warnings failed", rethrown(e));
    }
  }

  /** Waits for the task, and throws its exception. */
  private static <T> T result(Future<T> task) throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while reading a video");
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private static IOException rethrown(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    return cause instanceof IOException e ? e : new IOException("Reading failed", failure);
  }

  /** Waits for the frame that is being read: native code cannot be interrupted, but ends soon. */
  @Override
  public void close() throws IOException {
    finished = true;
    coming.clear();
    thread.shutdown();
    Uninterruptibles.awaitTerminationUninterruptibly(thread);
    source.close();
  }
}
