package org.recyclegan.video.isolation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.recyclegan.process.ChildLimits;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.excerpt.Excerpt;
import org.recyclegan.video.excerpt.Tracks;

/**
 * Reads videos, in this process or in one that may die. A name may stand for an excerpt of a file,
 * as {@link Excerpt} says.
 */
public final class InputReader implements FrameOpener, Closeable {

  private final ReadOptions options;
  private final @Nullable IsolatedDecoder isolated;
  private final Tracks tracks = new Tracks();

  private InputReader(ReadOptions options, @Nullable IsolatedDecoder isolated) {
    this.options = options;
    this.isolated = isolated;
  }

  /** Reads in this process. */
  public static InputReader here(ReadOptions options) {
    return new InputReader(options, null);
  }

  /** Reads in other processes. */
  public static InputReader isolated(ReadOptions options) {
    return new InputReader(options, new IsolatedDecoder(options, ChildLimits.DEFAULTS));
  }

  @Override
  public FrameSource open(Path input) throws IOException {
    return Excerpt.of(input)
        .open(isolated == null ? file -> VideoReader.open(file, options) : isolated, tracks);
  }

  /**
   * Returns where the sound of an input's file may be copied from in this process.
   *
   * @throws org.recyclegan.video.InputException if it cannot be read
   */
  public Path sound(Path input) throws IOException {
    Path file = Excerpt.of(input).file();
    return isolated == null ? file : isolated.copySound(file);
  }

  @Override
  public void close() throws IOException {
    if (isolated != null) {
      isolated.close();
    }
  }
}
