package org.recyclegan.recycle.region;

import java.util.OptionalInt;
import org.recyclegan.video.Size;
import org.recyclegan.video.excerpt.Box;

/**
 * A rectangle whose border passes from nothing at its edge to the whole: along each axis by 3u² −
 * 2u³, where u is the distance of a pixel's centre from the edge over the feather's width; the
 * weight is the product of both. Where the rectangle ends with the picture there is nothing to pass
 * into, and no border.
 */
final class FeatheredBorder implements Weights {

  private final Size picture;
  private final OptionalInt feather;

  /**
   * Prepares borders.
   *
   * @param picture size of the source
   * @param feather width in pixels, at most half of a rectangle's short side; empty for an eighth
   */
  FeatheredBorder(Size picture, OptionalInt feather) {
    this.picture = picture;
    this.feather = feather;
  }

  @Override
  public float[] of(Box box) {
    int shortSide = Math.min(box.width(), box.height());
    int width = Math.min(feather.orElse(shortSide / RegionOptions.FEATHER_SHARE), shortSide / 2);
    float[] columns =
        ramps(box.width(), width, box.x() > 0, box.x() + box.width() < picture.width());
    float[] rows =
        ramps(box.height(), width, box.y() > 0, box.y() + box.height() < picture.height());
    float[] weights = new float[box.width() * box.height()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = columns[i % box.width()] * rows[i / box.width()];
    }
    return weights;
  }

  private static float[] ramps(int length, int feather, boolean atStart, boolean atEnd) {
    float[] weights = new float[length];
    for (int i = 0; i < length; i++) {
      float start = atStart ? ramp(i, feather) : 1;
      float end = atEnd ? ramp(length - 1 - i, feather) : 1;
      weights[i] = start * end;
    }
    return weights;
  }

  private static float ramp(int pixel, int feather) {
    if (pixel >= feather) {
      return 1;
    }
    float u = (pixel + 0.5f) / feather;
    return u * u * (3 - 2 * u);
  }
}
