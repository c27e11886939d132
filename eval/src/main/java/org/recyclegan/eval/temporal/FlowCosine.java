package org.recyclegan.eval.temporal;

import java.util.OptionalDouble;
import org.recyclegan.eval.flow.FlowField;

/**
 * Whether two videos move in the same direction: the mean cosine of the angle between their flows,
 * where both move by more than a tenth of a pixel. In [-1, 1], higher is better. Blind to speed,
 * which {@link Tof} is not.
 */
public final class FlowCosine {

  private static final double MOVING = 0.1;

  private FlowCosine() {}

  /**
   * Compares the motion of two videos between the same two moments.
   *
   * @param reference how it should move
   * @param output how it moves, of the same size
   * @return the mean cosine, or empty if nothing moves in both
   * @throws IllegalArgumentException if the sizes differ
   */
  public static OptionalDouble between(FlowField reference, FlowField output) {
    if (reference.width() != output.width() || reference.height() != output.height()) {
      throw new IllegalArgumentException(
          "Expected two flows of one size, found " + reference + " and " + output);
    }
    float[] a = reference.uv();
    float[] b = output.uv();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < a.length; i += 2) {
      double lengthA = Math.hypot(a[i], a[i + 1]);
      double lengthB = Math.hypot(b[i], b[i + 1]);
      if (lengthA > MOVING && lengthB > MOVING) {
        sum += ((double) a[i] * b[i] + (double) a[i + 1] * b[i + 1]) / (lengthA * lengthB);
        count++;
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }
}
