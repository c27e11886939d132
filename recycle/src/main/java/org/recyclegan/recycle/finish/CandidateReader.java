package org.recyclegan.recycle.finish;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;

/**
 * Reads candidates at full resolution in the order of a path. The path goes to and fro while videos
 * are read forwards, so it is cut into parts: all frames of a part are read in the order of the
 * video and held, and while a part is shown, the next one is read. The memory for held frames is
 * bounded, for any length of path and videos.
 */
final class CandidateReader implements Closeable {

  /** Bytes of held frames, for the part that is shown and the part that is read. */
  static final long HELD_BYTES = 256L << 20;

  private final List<TargetVideo> videos;
  private final CandidateFrames index;
  private final FrameOpener opener;
  private final int[] path;
  private final int mostHeld;
  private final ExecutorService thread;
  private @Nullable FrameSource open;
  private int openVideo;
  private int position;
  private int planned;
  private int shown;
  private Map<Integer, Frame> part = Map.of();
  private int partEnd;
  private @Nullable Future<Map<Integer, Frame>> next;
  private int nextEnd;

  /**
   * Begins to read.
   *
   * @param videos of the index, in its order
   * @param path candidates in the order in which they are wanted
   * @param heldBytes memory for frames; two are held even where that is more
   */
  CandidateReader(
      List<TargetVideo> videos,
      CandidateFrames index,
      FrameOpener opener,
      int[] path,
      long heldBytes) {
    this.videos = videos;
    this.index = index;
    this.opener = opener;
    this.path = path;
    long frameBytes =
        index.videos().stream()
            .mapToLong(video -> 3L * video.size().width() * video.size().height())
            .max()
            .orElseThrow();
    mostHeld = (int) Math.max(1, Math.min(Integer.MAX_VALUE, heldBytes / 2 / frameBytes));
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread reading = new Thread(task, "finish-frames");
              reading.setDaemon(true);
              return reading;
            });
    plan();
  }

  /** Has the next part read. */
  private void plan() {
    if (planned == path.length) {
      next = null;
      return;
    }
    SortedSet<Integer> wanted = new TreeSet<>();
    int end = planned;
    while (end < path.length && (wanted.size() < mostHeld || wanted.contains(path[end]))) {
      wanted.add(path[end++]);
    }
    planned = end;
    nextEnd = end;
    next = thread.submit(() -> read(wanted));
  }

  /**
   * Returns the next frame of the path, at the time that it has in its own video.
   *
   * @return null at the end
   * @throws InputException if a video yields fewer frames than when it was indexed
   * @throws IOException if reading fails
   */
  @Nullable Frame next() throws IOException {
    if (shown == path.length) {
      return null;
    }
    if (shown == partEnd) {
      part = await();
      partEnd = nextEnd;
      plan();
    }
    int candidate = path[shown++];
    return part.get(candidate);
  }

  private Map<Integer, Frame> await() throws IOException {
    if (next == null) {
      throw new IllegalStateException("Nothing was planned");
    }
    try {
      return next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while frames were read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Map<Integer, Frame> read(SortedSet<Integer> wanted) throws IOException {
    Map<Integer, Frame> frames = new HashMap<>();
    for (int candidate : wanted) {
      int video = index.videoOf(candidate);
      frames.put(candidate, frame(video, candidate - index.firstOf(video)));
    }
    return frames;
  }

  private Frame frame(int video, int number) throws IOException {
    if (open == null || openVideo != video || position > number) {
      closeVideo();
      open = opener.open(videos.get(video).path());
      openVideo = video;
      position = 0;
    }
    while (position < number) {
      if (open.skip().isEmpty()) {
        throw ended(video);
      }
      position++;
    }
    Frame frame = open.next();
    if (frame == null) {
      throw ended(video);
    }
    position++;
    return frame;
  }

  private InputException ended(int video) {
    return new InputException(
        videos.get(video).path() + ": it changed while its frames were read",
        index.videos().get(video).frames() + " frames",
        position + " of them",
        "Start again.");
  }

  private void closeVideo() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  @Override
  public void close() throws IOException {
    thread.shutdownNow();
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        if (thread.awaitTermination(1, TimeUnit.SECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    closeVideo();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
