package org.recyclegan.worlds;

import java.io.IOException;
import java.nio.file.Path;
import org.recyclegan.video.FrameSink;
import org.recyclegan.video.VideoInfo;

/** Opens a video for writing; whether it may replace an existing one is the opener's business. */
@FunctionalInterface
public interface SinkOpener {

  /**
   * Opens a video.
   *
   * @param out final name
   * @param like size, rate and time base of what will be written
   * @return a sink that gives the video its name when committed
   * @throws IOException if it cannot be created
   */
  FrameSink open(Path out, VideoInfo like) throws IOException;
}
