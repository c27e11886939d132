package org.recyclegan.recycle.finish;

import java.util.ArrayList;
import java.util.List;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.retarget.Retargeter;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Size;

/** Translates frames in batches, which costs far less than one by one where they are small. */
final class Batches {

  private Batches() {}

  /** Translates frames, of which those of one size should follow each other. */
  static List<Frame> translate(FrameTranslator translator, List<Frame> frames) {
    List<Frame> translated = new ArrayList<>();
    int first = 0;
    while (first < frames.size()) {
      Size size = size(frames.get(first));
      int end = first + 1;
      while (end < frames.size()
          && end - first < Retargeter.framesOfABatch(size)
          && size(frames.get(end)).equals(size)) {
        end++;
      }
      translated.addAll(translator.translate(frames.subList(first, end)));
      first = end;
    }
    return translated;
  }

  private static Size size(Frame frame) {
    return new Size(frame.width(), frame.height());
  }
}
