package org.recyclegan.recycle.finish;

import org.recyclegan.recycle.retarget.FrameFinish;
import org.recyclegan.video.Frame;

/**
 * Carries what a translation changed onto the source's own frame, for pairs that keep the geometry,
 * such as day and night: a fast guided filter (He and Sun 2015, Fast Guided Filter,
 * arXiv:1505.00996) with the source's luma as the guide.
 *
 * <p>Where the translation is small, each channel of it is locally a linear function of the
 * source's luma; those functions, brought to full resolution, are applied to the source there.
 */
final class GuidedFinish implements FrameFinish {

  private static final int CHANNELS = 3;

  /** Pixels of the translation: what a small network paints is no finer. */
  private static final int RADIUS = 3;

  /** Squared levels of luma below which contrast counts as noise: (0.04 of white)². */
  private static final float NOISE = 104;

  @Override
  public Frame finish(Frame source, Frame small, Frame translated) {
    int width = small.width();
    int height = small.height();
    float[] guide = luma(small);
    float[] full = luma(source);
    byte[] result = new byte[source.rgb().length];
    for (int c = 0; c < CHANNELS; c++) {
      GuidedFilter.Model model =
          GuidedFilter.fit(guide, channel(translated, c), width, height, RADIUS, NOISE);
      apply(model, full, source, result, c);
    }
    return source.withPixels(source.width(), source.height(), result);
  }

  private static void apply(
      GuidedFilter.Model model, float[] full, Frame source, byte[] result, int channel) {
    Enlarged slope = new Enlarged(model.slopes(), model.width(), model.height(), source.width());
    Enlarged offset = new Enlarged(model.offsets(), model.width(), model.height(), source.width());
    float[] slopes = new float[source.width()];
    float[] offsets = new float[source.width()];
    for (int y = 0; y < source.height(); y++) {
      float at = (y + 0.5f) * model.height() / source.height() - 0.5f;
      slope.row(at, slopes);
      offset.row(at, offsets);
      int from = y * source.width();
      for (int x = 0; x < slopes.length; x++) {
        float value = slopes[x] * full[from + x] + offsets[x] + 0.5f;
        result[CHANNELS * (from + x) + channel] = (byte) (int) Math.max(0, Math.min(255, value));
      }
    }
  }

  private static float[] luma(Frame frame) {
    byte[] rgb = frame.rgb();
    float[] luma = new float[rgb.length / CHANNELS];
    for (int i = 0; i < luma.length; i++) {
      luma[i] =
          0.299f * Byte.toUnsignedInt(rgb[CHANNELS * i])
              + 0.587f * Byte.toUnsignedInt(rgb[CHANNELS * i + 1])
              + 0.114f * Byte.toUnsignedInt(rgb[CHANNELS * i + 2]);
    }
    return luma;
  }

  private static float[] channel(Frame frame, int channel) {
    float[] values = new float[frame.rgb().length / CHANNELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(frame.rgb()[CHANNELS * i + channel]);
    }
    return values;
  }
}
