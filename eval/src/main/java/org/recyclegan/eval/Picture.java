package org.recyclegan.eval;

import org.recyclegan.eval.flow.GrayImage;
import org.recyclegan.video.Frame;

/** A frame, its number, and its luma once somebody needs it. */
final class Picture {

  private final Frame frame;
  private final int index;
  private final Lazy<GrayImage> gray;

  Picture(Frame frame, int index) {
    this.frame = frame;
    this.index = index;
    gray = new Lazy<>(() -> GrayImage.of(frame, index));
  }

  Frame frame() {
    return frame;
  }

  int index() {
    return index;
  }

  GrayImage gray() {
    return gray.get();
  }
}
