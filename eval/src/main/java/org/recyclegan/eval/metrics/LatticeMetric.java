package org.recyclegan.eval.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.recyclegan.eval.flow.GrayImage;
import org.recyclegan.eval.pass.Accumulator;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.Better;

/**
 * The lattice of a generator's strides: energy at a period against its neighbourhood, 1 for real
 * frames. Uneven overlap of transposed convolutions leaves it (Odena, Dumoulin and Olah,
 * Deconvolution and Checkerboard Artifacts, Distill 2016, doi: 10.23915/distill.00003).
 *
 * <p>Protocol: power spectra of rows and of columns of the luma (mean removed, Hann window, at most
 * 128 lines an axis), summed over the clip, for output and reference. What their quotient T(f) has
 * in common with the reference, that is the content, cancels. At each period P the logarithm of T
 * near f = 1/P (one bin to either side) is compared with a fit in f² through the bins 3 to 8 away,
 * since a blur changes T smoothly. Of the periods 2, 4, 8 and 16 that fit twelve times into the
 * shorter side the largest excess counts: 2 and 4 are those of two upsamplings, and of a frame that
 * was enlarged four times afterwards they have become 8 and 16.
 */
final class LatticeMetric extends TruthMetric {

  private static final int[] PERIODS = {2, 4, 8, 16};
  private static final int PERIODS_IN_A_SIDE = 12;
  private static final int LINES = 128;
  private static final int NEAR = 1;
  private static final int RING_FROM = 3;
  private static final int RING_TO = 8;

  /** Energy of rounding to 8 bits, so that two empty bands compare as equal. */
  private static final double ROUNDING = 1.0 / 12;

  LatticeMetric() {
    super(
        "lattice",
        "1",
        Better.ONE,
        "power of luma rows and columns (Hann) of the output over the reference's, within 1 bin of"
            + " f = 1/P against a log-linear fit in f^2 over bins 3 to 8; geometric mean of both"
            + " axes; largest of P = 2, 4, 8, 16 that fit 12 times into the side",
        PERIODS[1] * PERIODS_IN_A_SIDE);
  }

  @Override
  public int cost() {
    return 15;
  }

  @Override
  public Supplier<Outcome> begin(EvaluationPass pass) {
    Spectra spectra = pass.accumulate(new Spectra(pass.output().width(), pass.output().height()));
    return spectra::outcome;
  }

  /** The power of one axis near one frequency, in output and reference. */
  private static final class Band {

    private final int length;
    private final int[] offsets;
    private final double[][] cosines;
    private final double[][] sines;
    private final double[] frequencies;
    private final double[] output;
    private final double[] reference;

    Band(int length, int period) {
      this.length = length;
      List<Integer> bins = new ArrayList<>();
      for (int offset = -RING_TO; offset <= RING_TO; offset++) {
        int distance = Math.abs(offset);
        boolean counts = distance <= NEAR || distance >= RING_FROM;
        if (counts && 1.0 / period + (double) offset / length <= 0.5) {
          bins.add(offset);
        }
      }
      int count = bins.size();
      offsets = bins.stream().mapToInt(Integer::intValue).toArray();
      cosines = new double[count][length];
      sines = new double[count][length];
      frequencies = new double[count];
      output = new double[count];
      reference = new double[count];
      for (int i = 0; i < count; i++) {
        frequencies[i] = 1.0 / period + (double) offsets[i] / length;
        for (int n = 0; n < length; n++) {
          double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / length);
          cosines[i][n] = window * Math.cos(2 * Math.PI * frequencies[i] * n);
          sines[i][n] = window * Math.sin(2 * Math.PI * frequencies[i] * n);
        }
      }
    }

    void add(double[] line, double[] power) {
      for (int i = 0; i < power.length; i++) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < length; n++) {
          re += line[n] * cosines[i][n];
          im += line[n] * sines[i][n];
        }
        power[i] += re * re + im * im + ROUNDING * length;
      }
    }

    /** Returns the logarithm of how far the quotient stands out near the frequency. */
    double excess() {
      SimpleRegression ring = new SimpleRegression();
      for (int i = 0; i < offsets.length; i++) {
        if (Math.abs(offsets[i]) > NEAR) {
          ring.addData(frequencies[i] * frequencies[i], quotient(i));
        }
      }
      double sum = 0;
      int near = 0;
      for (int i = 0; i < offsets.length; i++) {
        if (Math.abs(offsets[i]) <= NEAR) {
          sum += quotient(i) - ring.predict(frequencies[i] * frequencies[i]);
          near++;
        }
      }
      return sum / near;
    }

    private double quotient(int i) {
      return Math.log(output[i] / reference[i]);
    }
  }

  private static final class Spectra implements Accumulator {

    private final List<Band> rows = new ArrayList<>();
    private final List<Band> columns = new ArrayList<>();
    private long frames;

    Spectra(int width, int height) {
      for (int period : PERIODS) {
        if (period * PERIODS_IN_A_SIDE <= Math.min(width, height)) {
          rows.add(new Band(width, period));
          columns.add(new Band(height, period));
        }
      }
    }

    @Override
    public void add(FrameSet set) {
      GrayImage made = set.output().current().gray();
      GrayImage real = set.truth().current().gray();
      add(made, rows, columns, /* ofOutput= */ true);
      add(real, rows, columns, /* ofOutput= */ false);
      frames++;
    }

    private static void add(
        GrayImage image, List<Band> rows, List<Band> columns, boolean ofOutput) {
      int width = image.width();
      int height = image.height();
      for (int y = 0; y < height; y += step(height)) {
        add(line(image, y * width, 1, width), rows, ofOutput);
      }
      for (int x = 0; x < width; x += step(width)) {
        add(line(image, x, width, height), columns, ofOutput);
      }
    }

    private static void add(double[] line, List<Band> bands, boolean ofOutput) {
      for (Band band : bands) {
        band.add(line, ofOutput ? band.output : band.reference);
      }
    }

    private static int step(int lines) {
      return Math.max(1, (lines + LINES - 1) / LINES);
    }

    private static double[] line(GrayImage image, int from, int stride, int length) {
      byte[] luma = image.luma();
      double[] line = new double[length];
      double sum = 0;
      for (int n = 0; n < length; n++) {
        line[n] = luma[from + n * stride] & 0xff;
        sum += line[n];
      }
      for (int n = 0; n < length; n++) {
        line[n] -= sum / length;
      }
      return line;
    }

    Outcome outcome() {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < rows.size(); i++) {
        largest = Math.max(largest, (rows.get(i).excess() + columns.get(i).excess()) / 2);
      }
      return frames == 0
          ? Outcome.notApplicable("the videos have too few frames", 0)
          : Outcome.value(Math.exp(largest), Optional.empty(), frames);
    }
  }
}
