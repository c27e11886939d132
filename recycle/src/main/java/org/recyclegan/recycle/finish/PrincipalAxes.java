package org.recyclegan.recycle.finish;

import java.util.SplittableRandom;

/**
 * The directions in which pictures of one video differ most. Distances to those pictures change
 * only along these directions, for any picture that is compared.
 *
 * <p>Found by subspace iteration from a fixed start, so the same pictures give the same axes.
 */
final class PrincipalAxes {

  private static final long SEED = 20180916;
  private static final int ITERATIONS = 4;

  /** More say nothing new of some hundred directions. */
  private static final int MOST_PICTURES = 1500;

  private final float[] mean;
  private final float[][] axes;

  private PrincipalAxes(float[] mean, float[][] axes) {
    this.mean = mean;
    this.axes = axes;
  }

  /**
   * Finds the axes.
   *
   * @param pictures unsigned bytes, one picture after the other
   * @param values bytes of a picture
   * @param most how many axes are wanted; fewer where there are fewer pictures or values
   */
  static PrincipalAxes of(byte[] pictures, int values, int most) {
    int count = pictures.length / values;
    int used = Math.min(count, MOST_PICTURES);
    float[] mean = new float[values];
    float[][] rows = new float[used][values];
    for (int i = 0; i < used; i++) {
      int from = Math.toIntExact((long) i * count / used) * values;
      for (int v = 0; v < values; v++) {
        rows[i][v] = Byte.toUnsignedInt(pictures[from + v]);
        mean[v] += rows[i][v] / used;
      }
    }
    for (float[] row : rows) {
      for (int v = 0; v < values; v++) {
        row[v] -= mean[v];
      }
    }
    SplittableRandom random = new SplittableRandom(SEED);
    float[][] axes = new float[Math.min(most, Math.min(used, values))][values];
    for (float[] axis : axes) {
      for (int v = 0; v < values; v++) {
        axis[v] = (float) random.nextGaussian();
      }
    }
    for (int i = 0; i < ITERATIONS; i++) {
      orthonormalise(axes);
      axes = throughCovariance(rows, axes);
    }
    orthonormalise(axes);
    return new PrincipalAxes(mean, axes);
  }

  private static float[][] throughCovariance(float[][] rows, float[][] axes) {
    float[][] next = new float[axes.length][axes[0].length];
    for (float[] row : rows) {
      for (int k = 0; k < axes.length; k++) {
        add(next[k], dot(row, axes[k]), row);
      }
    }
    return next;
  }

  /** Gram and Schmidt's method, twice over against rounding; a direction without length is zero. */
  private static void orthonormalise(float[][] axes) {
    for (int k = 0; k < axes.length; k++) {
      float before = length(axes[k]);
      for (int pass = 0; pass < 2; pass++) {
        for (int other = 0; other < k; other++) {
          add(axes[k], -dot(axes[k], axes[other]), axes[other]);
        }
      }
      float length = length(axes[k]);
      float scale = length <= 1e-5f * before ? 0 : 1 / length;
      for (int v = 0; v < axes[k].length; v++) {
        axes[k][v] *= scale;
      }
    }
  }

  private static float length(float[] vector) {
    return (float) Math.sqrt(dot(vector, vector));
  }

  private static float dot(float[] a, float[] b) {
    // Four sums, since additions of one sum wait for each other.
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static void add(float[] to, float factor, float[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  /** Returns the number of axes. */
  int count() {
    return axes.length;
  }

  /**
   * Projects a picture.
   *
   * @param pictures unsigned bytes
   * @param offset where the picture begins
   * @param shift added to every value first; empty for none
   * @return its coordinates
   */
  float[] project(byte[] pictures, int offset, float[] shift) {
    float[] centred = centred(pictures, offset, shift);
    float[] coordinates = new float[axes.length];
    for (int k = 0; k < axes.length; k++) {
      coordinates[k] = dot(centred, axes[k]);
    }
    return coordinates;
  }

  /**
   * Returns the squared distance of a picture from all that the axes reach: what it shows that no
   * picture does that they were found of.
   *
   * @param pictures unsigned bytes
   * @param offset where the picture begins
   * @param shift as for {@link #project}
   */
  double outside(byte[] pictures, int offset, float[] shift) {
    float[] centred = centred(pictures, offset, shift);
    float[] rest = centred.clone();
    for (float[] axis : axes) {
      add(rest, -dot(centred, axis), axis);
    }
    return dot(rest, rest);
  }

  private float[] centred(byte[] pictures, int offset, float[] shift) {
    float[] centred = new float[mean.length];
    for (int v = 0; v < centred.length; v++) {
      centred[v] = Byte.toUnsignedInt(pictures[offset + v]) - mean[v];
    }
    if (shift.length > 0) {
      add(centred, 1, shift);
    }
    return centred;
  }
}
