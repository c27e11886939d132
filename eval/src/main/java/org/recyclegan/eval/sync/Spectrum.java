package org.recyclegan.eval.sync;

import org.apache.commons.math3.stat.StatUtils;

/**
 * The discrete Fourier transform of a stretch of a series, less its mean and under a symmetric Hann
 * window, bin by bin. Commons Math's transform knows only powers of two; the sum itself is fast
 * enough for one number a frame.
 */
final class Spectrum {

  private final double[] samples;
  private final double[] cosines;
  private final double[] sines;

  Spectrum(double[] series, int start, int length) {
    double mean = StatUtils.mean(series, start, length);
    samples = new double[length];
    cosines = new double[length];
    sines = new double[length];
    for (int i = 0; i < length; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (length - 1));
      samples[i] = hann * (series[start + i] - mean);
      cosines[i] = Math.cos(2 * Math.PI * i / length);
      sines[i] = Math.sin(2 * Math.PI * i / length);
    }
  }

  /** A complex number. */
  record Value(double real, double imaginary) {

    double power() {
      return real * real + imaginary * imaginary;
    }

    Value timesConjugate(Value other) {
      return new Value(
          real * other.real + imaginary * other.imaginary,
          imaginary * other.real - real * other.imaginary);
    }
  }

  Value at(int bin) {
    int length = samples.length;
    double real = 0;
    double imaginary = 0;
    int turn = 0;
    for (int i = 0; i < length; i++) {
      real += samples[i] * cosines[turn];
      imaginary -= samples[i] * sines[turn];
      turn += bin;
      if (turn >= length) {
        turn -= length;
      }
    }
    return new Value(real, imaginary);
  }

  /** The bin of the largest power, from 1 to half the length. */
  int strongest() {
    int best = 1;
    double bestPower = -1;
    for (int bin = 1; bin <= samples.length / 2; bin++) {
      double power = at(bin).power();
      if (power > bestPower) {
        bestPower = power;
        best = bin;
      }
    }
    return best;
  }
}
