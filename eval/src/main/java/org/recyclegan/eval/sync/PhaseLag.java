package org.recyclegan.eval.sync;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How late a periodic motion is, from the phase at the source's strongest frequency: less the mean,
 * Hann window, discrete Fourier transform of the exact length (no padding to a power of two, which
 * would move the bins).
 *
 * <pre>
 *   lag = −∠(Y_k · conj X_k) · T / (2πk)
 * </pre>
 *
 * <p>A delay beyond half a period comes out as an advance: only the phase is seen.
 *
 * @param bin k, the strongest frequency in cycles over the whole length
 * @param frames by which the output is late, in (−T/2k, T/2k]
 * @param coherence magnitude-squared coherence at that frequency, from three or seven half-
 *     overlapping segments, in [0, 1]; empty if a segment would hold fewer than two periods
 */
public record PhaseLag(int bin, double frames, OptionalDouble coherence) {

  private static final int MIN_LENGTH = 8;
  private static final int PERIODS_IN_SEGMENT = 2;

  /** Halves overlapping by half make three segments, quarters seven. */
  private static final int FEW_PARTS = 2;

  private static final int MANY_PARTS = 4;

  /**
   * Measures the lag.
   *
   * @param source how it should move
   * @param output how it moves, of the same length
   * @return the lag, or empty if the series are shorter than 8 or one does not vary
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Optional<PhaseLag> between(double[] source, double[] output) {
    Series.requireEqualLength(source, output);
    int length = source.length;
    if (length < MIN_LENGTH || Series.isConstant(source) || Series.isConstant(output)) {
      return Optional.empty();
    }
    Spectrum x = new Spectrum(source, 0, length);
    Spectrum y = new Spectrum(output, 0, length);
    int bin = x.strongest();
    Spectrum.Value cross = y.at(bin).timesConjugate(x.at(bin));
    double frames = -Math.atan2(cross.imaginary(), cross.real()) * length / (2 * Math.PI * bin);
    return Optional.of(new PhaseLag(bin, frames, coherence(source, output, bin)));
  }

  /** Welch's estimate. With a single segment it would be 1 for any two series. */
  private static OptionalDouble coherence(double[] source, double[] output, int bin) {
    int parts = bin >= MANY_PARTS * PERIODS_IN_SEGMENT ? MANY_PARTS : FEW_PARTS;
    if (bin < parts * PERIODS_IN_SEGMENT) {
      return OptionalDouble.empty();
    }
    int segment = source.length / parts;
    int segmentBin = (int) Math.rint((double) bin * segment / source.length);
    double real = 0;
    double imaginary = 0;
    double powerX = 0;
    double powerY = 0;
    for (int start = 0; start + segment <= source.length; start += segment / 2) {
      Spectrum.Value x = new Spectrum(source, start, segment).at(segmentBin);
      Spectrum.Value y = new Spectrum(output, start, segment).at(segmentBin);
      Spectrum.Value cross = y.timesConjugate(x);
      real += cross.real();
      imaginary += cross.imaginary();
      powerX += x.power();
      powerY += y.power();
    }
    double power = powerX * powerY;
    return power == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((real * real + imaginary * imaginary) / power);
  }
}
