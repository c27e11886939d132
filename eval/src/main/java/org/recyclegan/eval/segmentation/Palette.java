package org.recyclegan.eval.segmentation;

import java.util.List;
import java.util.Locale;
import org.recyclegan.video.Frame;

/**
 * The colours of the classes, class by class. A network paints labels only nearly in their colours,
 * so each pixel is taken for the class of the nearest one (Euclidean in RGB; of two equally near
 * the first).
 */
public final class Palette {

  private static final int MAX_CLASSES = 255;

  private final int[] colours;

  /**
   * Creates a palette.
   *
   * @param colours one {@code 0xRRGGBB} a class, from 1 to 255 of them, no two alike
   * @throws IllegalArgumentException if there are too few, too many, or equal ones
   */
  public Palette(List<Integer> colours) {
    if (colours.isEmpty() || colours.size() > MAX_CLASSES) {
      throw new IllegalArgumentException("Expected 1 to 255 colours, found " + colours.size());
    }
    this.colours = colours.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < this.colours.length; i++) {
      int colour = this.colours[i];
      if (colour < 0 || colour > 0xffffff || colours.indexOf(colour) != i) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "Expected colours 0xRRGGBB, no two alike: 0x%06x", colour));
      }
    }
  }

  /**
   * Labels read off a picture.
   *
   * @param labels one class a pixel, row by row
   * @param farShare share of the pixels farther from any colour than was allowed, in [0, 1]: how
   *     much of the picture is not a label map at all
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
  public record Labels(byte[] labels, double farShare) {}

  /**
   * Reads the labels off a picture.
   *
   * @param frame the picture
   * @param farDistance Euclidean RGB distance beyond which a pixel counts as far
   */
  public Labels labels(Frame frame, double farDistance) {
    byte[] rgb = frame.rgb();
    byte[] labels = new byte[rgb.length / 3];
    double farSquared = farDistance * farDistance;
    int far = 0;
    for (int i = 0, p = 0; i < labels.length; i++, p += 3) {
      int best = 0;
      int bestDistance = Integer.MAX_VALUE;
      for (int c = 0; c < colours.length; c++) {
        int distance = squaredDistance(colours[c], rgb, p);
        if (distance < bestDistance) {
          bestDistance = distance;
          best = c;
        }
      }
      labels[i] = (byte) best;
      if (bestDistance > farSquared) {
        far++;
      }
    }
    return new Labels(labels, (double) far / labels.length);
  }

  private static int squaredDistance(int colour, byte[] rgb, int at) {
    int red = (colour >> 16 & 0xff) - (rgb[at] & 0xff);
    int green = (colour >> 8 & 0xff) - (rgb[at + 1] & 0xff);
    int blue = (colour & 0xff) - (rgb[at + 2] & 0xff);
    return red * red + green * green + blue * blue;
  }
}
