package org.recyclegan.eval.image;

/**
 * The SSIM map of two planes and its mean, after Wang, Bovik, Sheikh and Simoncelli, Image Quality
 * Assessment: From Error Visibility to Structural Similarity, IEEE TIP 2004, doi:
 * 10.1109/TIP.2003.819861.
 *
 * <pre>
 *   SSIM = (2 μx μy + C1)(2 σxy + C2) / ((μx² + μy² + C1)(σx² + σy² + C2))
 *   cs   =               (2 σxy + C2) / (σx² + σy² + C2)
 * </pre>
 *
 * <p>Window 11×11 Gaussian of σ 1.5 summing to 1, K1 0.01, K2 0.03, L 255, population variances;
 * only where the whole window lies inside, so five pixels of border are lost on each side.
 */
final class StructuralSimilarity {

  /** The window's side; a picture must be at least as large. */
  static final int WINDOW = 11;

  private static final int RADIUS = WINDOW / 2;
  private static final double SIGMA = 1.5;
  private static final double C1 = (0.01 * 255) * (0.01 * 255);
  private static final double C2 = (0.03 * 255) * (0.03 * 255);

  /** Weights at a distance of 0 to 5 from the middle. */
  private static final double[] TAPS = gaussian();

  private final int width;
  private final int height;
  private final Column[] columns;

  private StructuralSimilarity(Plane x, Plane y) {
    width = x.width();
    height = x.height();
    double[] first = x.values();
    double[] second = y.values();
    // The variances are only ever needed as a sum, so four planes are filtered and not five.
    double[] squares = new double[first.length];
    double[] products = new double[first.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = first[i] * first[i] + second[i] * second[i];
      products[i] = first[i] * second[i];
    }
    columns =
        new Column[] {
          new Column(first, width),
          new Column(second, width),
          new Column(squares, width),
          new Column(products, width)
        };
  }

  /**
   * The means of the two maps.
   *
   * @param ssim of the whole index
   * @param contrastStructure of the index without its luminance factor
   */
  record Means(double ssim, double contrastStructure) {}

  /** Compares two planes of one size, at least {@link #WINDOW} on each side. */
  static Means compare(Plane x, Plane y) {
    return new StructuralSimilarity(x, y).means();
  }

  private Means means() {
    int mapWidth = width - 2 * RADIUS;
    int mapHeight = height - 2 * RADIUS;
    double ssim = 0;
    double contrastStructure = 0;
    for (int row = 0; row < mapHeight; row++) {
      for (Column column : columns) {
        column.filter(row);
      }
      double[] meanX = columns[0].filtered;
      double[] meanY = columns[1].filtered;
      double[] meanSquares = columns[2].filtered;
      double[] meanProducts = columns[3].filtered;
      for (int i = 0; i < mapWidth; i++) {
        double product = meanX[i] * meanY[i];
        double squares = meanX[i] * meanX[i] + meanY[i] * meanY[i];
        double cs = (2 * (meanProducts[i] - product) + C2) / (meanSquares[i] - squares + C2);
        contrastStructure += cs;
        ssim += cs * (2 * product + C1) / (squares + C1);
      }
    }
    double count = (double) mapWidth * mapHeight;
    return new Means(ssim / count, contrastStructure / count);
  }

  private static double[] gaussian() {
    double[] taps = new double[RADIUS + 1];
    double sum = 0;
    for (int i = 0; i <= RADIUS; i++) {
      taps[i] = Math.exp(-i * i / (2 * SIGMA * SIGMA));
      sum += i == 0 ? taps[i] : 2 * taps[i];
    }
    for (int i = 0; i <= RADIUS; i++) {
      taps[i] /= sum;
    }
    return taps;
  }

  /**
   * One plane on its way through the separable window: down, then across. The sums are written out
   * tap by tap because the compiler turns exactly that into vector instructions.
   */
  private static final class Column {

    private final double[] plane;
    private final int width;
    private final double[] down;
    final double[] filtered;

    Column(double[] plane, int width) {
      this.plane = plane;
      this.width = width;
      down = new double[width];
      filtered = new double[width - 2 * RADIUS];
    }

    void filter(int row) {
      filterDown(row * width);
      filterAcross();
    }

    private void filterDown(int top) {
      double t0 = TAPS[0];
      double t1 = TAPS[1];
      double t2 = TAPS[2];
      double t3 = TAPS[3];
      double t4 = TAPS[4];
      double t5 = TAPS[5];
      int w = width;
      double[] p = plane;
      double[] out = down;
      for (int i = 0; i < w; i++) {
        int at = top + i;
        out[i] =
            t0 * p[at + 5 * w]
                + t1 * (p[at + 4 * w] + p[at + 6 * w])
                + t2 * (p[at + 3 * w] + p[at + 7 * w])
                + t3 * (p[at + 2 * w] + p[at + 8 * w])
                + t4 * (p[at + w] + p[at + 9 * w])
                + t5 * (p[at] + p[at + 10 * w]);
      }
    }

    private void filterAcross() {
      double t0 = TAPS[0];
      double t1 = TAPS[1];
      double t2 = TAPS[2];
      double t3 = TAPS[3];
      double t4 = TAPS[4];
      double t5 = TAPS[5];
      double[] p = down;
      double[] out = filtered;
      for (int i = 0; i < out.length; i++) {
        out[i] =
            t0 * p[i + 5]
                + t1 * (p[i + 4] + p[i + 6])
                + t2 * (p[i + 3] + p[i + 7])
                + t3 * (p[i + 2] + p[i + 8])
                + t4 * (p[i + 1] + p[i + 9])
                + t5 * (p[i] + p[i + 10]);
      }
    }
  }
}
