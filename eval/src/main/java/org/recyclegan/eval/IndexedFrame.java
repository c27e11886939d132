package org.recyclegan.eval;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;
import org.recyclegan.eval.flow.GrayImage;
import org.recyclegan.video.Frame;

/** A frame, its index in its video, and its luma, computed when first asked for. */
final class IndexedFrame {

  private final Frame frame;
  private final int index;
  private final Supplier<GrayImage> gray;

  IndexedFrame(Frame frame, int index) {
    this.frame = frame;
    this.index = index;
    gray = Suppliers.memoize(() -> GrayImage.of(frame, index));
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
