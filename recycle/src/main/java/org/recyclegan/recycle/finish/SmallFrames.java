package org.recyclegan.recycle.finish;

import java.util.ArrayList;
import java.util.List;
import org.recyclegan.video.Frame;

/**
 * Some frames of a video on their way through a network: at the network's size, and what becomes of
 * them. An item of a pipeline; filled by one stage after the other.
 */
final class SmallFrames {

  private final List<Frame> frames = new ArrayList<>();
  private final List<byte[]> thumbnails = new ArrayList<>();
  private final List<byte[]> translated = new ArrayList<>();

  /** Returns the frames at the network's size. */
  List<Frame> frames() {
    return frames;
  }

  /** Returns their thumbnails. */
  List<byte[]> thumbnails() {
    return thumbnails;
  }

  /** Returns the thumbnails of their translations. */
  List<byte[]> translated() {
    return translated;
  }
}
