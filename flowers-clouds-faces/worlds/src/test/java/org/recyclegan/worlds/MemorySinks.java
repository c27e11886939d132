package org.recyclegan.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.VideoInfo;

/** Keeps committed clips in memory and leaves a file of their name, as a real sink would. */
public final class MemorySinks implements SinkOpener {

  private final Map<String, List<Frame>> clips = new TreeMap<>();
  private final boolean replace;
  private int openSinks;

  /**
   * Creates an opener.
   *
   * @param replace whether files may be replaced
   */
  public MemorySinks(boolean replace) {
    this.replace = replace;
  }

  /**
   * Returns the committed clips by file name.
   *
   * @return sorted by name
   */
  public Map<String, List<Frame>> clips() {
    return clips;
  }

  List<Frame> frames(String name) {
    return Objects.requireNonNull(clips.get(name), name);
  }

  int openSinks() {
    return openSinks;
  }

  @Override
  public FrameSink open(Path out, VideoInfo like) throws IOException {
    if (!replace && Files.exists(out)) {
      throw new IOException(out + " exists");
    }
    openSinks++;
    List<Frame> frames = new ArrayList<>();
    return new FrameSink() {
      @Override
      public void write(Frame frame) {
        if (frame.width() != like.width() || frame.height() != like.height()) {
          throw new IllegalArgumentException("Wrong size");
        }
        frames.add(frame);
      }

      @Override
      public void commit() throws IOException {
        Files.writeString(out, "clip");
        clips.put(out.getFileName().toString(), frames);
      }

      @Override
      public void close() {
        openSinks--;
      }
    };
  }
}
