package org.recyclegan.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The machine's own rates, in multiply-adds a second, on all cores.
 *
 * @param product of one large matrix product
 * @param convolution of one convolution
 */
record Floor(double product, double convolution) {

  /** Measures them with JMH, in a process of its own. */
  static Floor measure() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(FloorBenchmark.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    double product = 0;
    double convolution = 0;
    for (RunResult result : results) {
      double seconds = result.getPrimaryResult().getScore();
      if (result.getPrimaryResult().getLabel().equals("product")) {
        product = FloorBenchmark.productMacs() / seconds;
      } else {
        convolution = FloorBenchmark.convolutionMacs() / seconds;
      }
    }
    return new Floor(product, convolution);
  }

  /** The higher of the two: nothing made of them is faster. */
  double limit() {
    return Math.max(product, convolution);
  }
}
