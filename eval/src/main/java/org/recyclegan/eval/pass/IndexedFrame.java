package org.recyclegan.eval.pass;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;
import org.recyclegan.eval.flow.GrayImage;
import org.recyclegan.video.Frame;

/** A frame, its index in its video from 0, and its luma, computed when first asked for. */
public final class IndexedFrame {

  private final Frame frame;
  private final int index;
  private final Supplier<GrayImage> gray;

  IndexedFrame(Frame frame, int index) {
    this.frame = frame;
    this.index = index;
    gray = Suppliers.memoize(() -> GrayImage.of(frame, index));
  }

  public Frame frame() {
    return frame;
  }

  public int index() {
    return index;
  }

  /** Returns the luma; threads that ask at the same time wait for the first. */
  public GrayImage gray() {
    return gray.get();
  }
}
