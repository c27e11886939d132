package org.recyclegan.recycle.retarget;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/**
 * What happens to frames between decoding and encoding: brought to the network's size, translated,
 * brought to the result's size, shown beside their source where asked for. Safe for use from
 * several threads at once.
 */
final class FrameRetargeting {

  private final FrameTranslator translator;
  private final OptionalInt tile;
  private final boolean sideBySide;
  private final @Nullable FrameFinish finish;
  // A resampler has buffers of its own, so each thread has its own resamplers.
  private final ThreadLocal<Resampler> shrink;
  private final ThreadLocal<Resampler> enlarge;
  private final ThreadLocal<Resampler> show;

  FrameRetargeting(
      FrameTranslator translator,
      VideoInfo source,
      Size network,
      Size result,
      RetargetOptions options,
      OptionalInt tile,
      @Nullable FrameFinish finish) {
    this.translator = translator;
    this.tile = tile;
    sideBySide = options.sideBySide();
    this.finish = finish;
    Size frame = new Size(source.width(), source.height());
    shrink = resampler(frame, network);
    enlarge = resampler(network, result);
    show = resampler(frame, result);
  }

  private static ThreadLocal<Resampler> resampler(Size from, Size to) {
    return ThreadLocal.withInitial(
        () -> Resampler.of(from.width(), from.height(), to.width(), to.height()));
  }

  List<Frame> apply(List<Frame> frames) throws IOException {
    List<Frame> small = new ArrayList<>(frames.size());
    for (Frame frame : frames) {
      small.add(shrink.get().apply(frame));
    }
    List<Frame> made = translate(small);
    List<Frame> results = new ArrayList<>(frames.size());
    for (int i = 0; i < made.size(); i++) {
      Frame result =
          finish == null
              ? enlarge.get().apply(made.get(i))
              : show.get().apply(finish.finish(frames.get(i), small.get(i), made.get(i)));
      results.add(sideBySide ? beside(show.get().apply(frames.get(i)), result) : result);
    }
    return results;
  }

  private List<Frame> translate(List<Frame> frames) throws IOException {
    if (tile.isEmpty()) {
      return translator.translate(frames);
    }
    List<Frame> results = new ArrayList<>(frames.size());
    for (Frame frame : frames) {
      results.add(translator.translateInTiles(frame, tile.getAsInt()));
    }
    return results;
  }

  private static Frame beside(Frame left, Frame right) {
    int row = 3 * left.width();
    byte[] pixels = new byte[2 * row * left.height()];
    for (int y = 0; y < left.height(); y++) {
      System.arraycopy(left.rgb(), y * row, pixels, 2 * y * row, row);
      System.arraycopy(right.rgb(), y * row, pixels, (2 * y + 1) * row, row);
    }
    return left.withPixels(2 * left.width(), left.height(), pixels);
  }
}
