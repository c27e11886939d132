package org.recyclegan.video.isolation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.TemporaryFolder;
import org.recyclegan.process.ChildDiedException;
import org.recyclegan.process.ChildJvm;
import org.recyclegan.process.ChildLimits;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;

/**
 * Opens inputs like {@link org.recyclegan.video.decode.VideoReader}, but decodes them in other
 * processes: a file that kills its decoder is an {@link InputException} here. A process serves one
 * video after the other, so pictures by the thousand do not cost thousands of processes; after a
 * death the next video gets a new one.
 *
 * <p>Safe for use from several threads at once; what it opens is not.
 */
public final class IsolatedDecoder implements FrameOpener, Closeable {

  private final ReadOptions options;
  private final ChildLimits limits;
  private final Deque<ChildJvm> idle = new ArrayDeque<>();
  private final Set<ChildJvm> all = new HashSet<>();
  private @Nullable Path soundFolder;
  private int sounds;

  /**
   * Prepares to decode; no process is started before the first video.
   *
   * @param options as for {@link org.recyclegan.video.decode.VideoReader#open(Path, ReadOptions)}
   * @param limits of each process
   */
  public IsolatedDecoder(ReadOptions options, ChildLimits limits) {
    this.options = options;
    this.limits = limits;
  }

  @Override
  public FrameSource open(Path input) throws IOException {
    ChildJvm child = borrow();
    try {
      return new IsolatedSource(input, options, this, child);
    } catch (InputException e) {
      // Of a refused file the process is none the worse.
      takeBack(child);
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      discard(child);
      throw e;
    }
  }

  /**
   * Copies a file's sound to a file that can be opened without care: a Matroska file of this
   * program's making, private to the user, with times rounded to a millisecond. It is deleted when
   * this decoder is closed.
   *
   * @param input with sound
   * @return to be given to {@link org.recyclegan.video.WriteOptions#withAudioFrom(Path)}
   * @throws InputException if the sound cannot be read
   * @throws IOException if it cannot be written
   */
  public Path copySound(Path input) throws IOException {
    Path target = soundFile();
    ChildJvm child = borrow();
    try {
      ask(
          child,
          input,
          (requests, answers) -> {
            requests.writeByte(Wire.SOUND);
            Wire.writeText(requests, input.toAbsolutePath().toString());
            Wire.writeText(requests, target.toString());
            requests.flush();
            return IsolatedSource.expect(answers, Wire.END);
          });
      return target;
    } finally {
      takeBack(child);
    }
  }

  /** Has a conversation about an input; the process's death is the input's fault. */
  static <T> T ask(ChildJvm child, Path input, ChildJvm.Exchange<T> exchange) throws IOException {
    try {
      return child.ask(exchange);
    } catch (ChildDiedException e) {
      throw new InputException(
          input + ": cannot be decoded",
          "a video that FFmpeg decodes",
          "that " + e.why().words(),
          "The file is damaged, or made to do harm; get it from elsewhere.",
          e);
    }
  }

  private synchronized Path soundFile() throws IOException {
    if (soundFolder == null) {
      // Only its owner may look into a folder of this kind.
      soundFolder = TemporaryFolder.createFolder("recycle-sound-");
    }
    sounds++;
    return soundFolder.resolve(sounds + ".mkv");
  }

  private synchronized ChildJvm borrow() throws IOException {
    ChildJvm child = idle.poll();
    if (child == null) {
      child =
          ChildJvm.start(
              DecodeWorker.class,
              limits,
              List.of(),
              List.of(Integer.toString(limits.residentMegabytes())));
      all.add(child);
    }
    return child;
  }

  synchronized void takeBack(ChildJvm child) {
    if (child.isAlive() && all.contains(child)) {
      idle.push(child);
    } else {
      discard(child);
    }
  }

  synchronized void discard(ChildJvm child) {
    all.remove(child);
    child.close();
  }

  /** Ends all processes, also those whose videos are open. */
  @Override
  public synchronized void close() throws IOException {
    idle.clear();
    List.copyOf(all).forEach(this::discard);
    if (soundFolder != null) {
      for (int i = 1; i <= sounds; i++) {
        Files.deleteIfExists(soundFolder.resolve(i + ".mkv"));
      }
      Files.deleteIfExists(soundFolder);
      soundFolder = null;
    }
  }
}
