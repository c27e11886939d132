package org.recyclegan.recycle.finish.image;

/**
 * The guided filter (He, Sun and Tang 2013, Guided Image Filtering, TPAMI 35(6)): in every window
 * the input is taken for a linear function of the guide.
 */
public final class GuidedFilter {

  /** The functions: input = slope * guide + offset, at every pixel the mean over its windows. */
  public static final class Model {
    private final int width;
    private final int height;
    private final float[] slopes;
    private final float[] offsets;

    private Model(int width, int height, float[] slopes, float[] offsets) {
      this.width = width;
      this.height = height;
      this.slopes = slopes;
      this.offsets = offsets;
    }

    public int width() {
      return width;
    }

    public int height() {
      return height;
    }

    public float[] slopes() {
      return slopes;
    }

    public float[] offsets() {
      return offsets;
    }
  }

  private GuidedFilter() {}

  /**
   * Finds the functions.
   *
   * @param guide values row by row
   * @param input values row by row
   * @param width of both
   * @param height of both
   * @param radius of the windows
   * @param noise variance of the guide below which a window counts as flat
   */
  public static Model fit(
      float[] guide, float[] input, int width, int height, int radius, float noise) {
    float[] guideMean = BoxMean.of(guide, width, height, radius);
    float[] inputMean = BoxMean.of(input, width, height, radius);
    float[] squares = BoxMean.of(BoxMean.product(guide, guide), width, height, radius);
    float[] products = BoxMean.of(BoxMean.product(guide, input), width, height, radius);
    float[] slopes = new float[guide.length];
    float[] offsets = new float[guide.length];
    for (int i = 0; i < guide.length; i++) {
      float variance = squares[i] - guideMean[i] * guideMean[i];
      float covariance = products[i] - guideMean[i] * inputMean[i];
      slopes[i] = covariance / (Math.max(0, variance) + noise);
      offsets[i] = inputMean[i] - slopes[i] * guideMean[i];
    }
    return new Model(
        width,
        height,
        BoxMean.of(slopes, width, height, radius),
        BoxMean.of(offsets, width, height, radius));
  }
}
