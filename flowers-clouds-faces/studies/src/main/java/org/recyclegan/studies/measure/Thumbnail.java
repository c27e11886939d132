package org.recyclegan.studies.measure;

/** The picture made small by averaging areas: channels of its pixels, 0 to 1. */
final class Thumbnail implements Features {

  /** Coarser ones lose the brows of a face of 64 pixels. */
  private static final int LARGEST_SIDE = 20;

  private final int size;
  private final int side;
  private final double[][] weights;

  /** Prepares for square pictures of a size in pixels. */
  Thumbnail(int size) {
    this.size = size;
    this.side = Math.min(LARGEST_SIDE, size);
    this.weights = new double[side][size];
    double width = (double) size / side;
    for (int i = 0; i < side; i++) {
      for (int p = 0; p < size; p++) {
        double overlap = Math.min((i + 1) * width, p + 1) - Math.max(i * width, p);
        weights[i][p] = Math.max(0, overlap) / width;
      }
    }
  }

  @Override
  public double[] of(byte[] rgb) {
    double[] rows = new double[3 * side * size];
    for (int i = 0; i < side; i++) {
      for (int p = 0; p < size; p++) {
        if (weights[i][p] > 0) {
          for (int k = 0; k < 3 * size; k++) {
            rows[3 * size * i + k] += weights[i][p] * (rgb[3 * size * p + k] & 0xff) / 255;
          }
        }
      }
    }
    double[] small = new double[3 * side * side];
    for (int i = 0; i < side; i++) {
      for (int j = 0; j < side; j++) {
        for (int p = 0; p < size; p++) {
          for (int c = 0; c < 3; c++) {
            small[3 * (side * i + j) + c] += weights[j][p] * rows[3 * (size * i + p) + c];
          }
        }
      }
    }
    return small;
  }

  @Override
  public String description() {
    return "the picture averaged down to " + side + "x" + side + " pixels";
  }
}
