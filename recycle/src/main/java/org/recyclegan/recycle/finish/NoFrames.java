package org.recyclegan.recycle.finish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;

/** A source that nothing is wanted of but what it is. */
record NoFrames(VideoInfo info) implements FrameSource {

  @Override
  public @Nullable Frame next() {
    return null;
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
