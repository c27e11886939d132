package org.recyclegan.studies.bench;

import java.util.List;
import java.util.Locale;
import org.recyclegan.recycle.NetworkSizes;
import org.recyclegan.recycle.Preset;

/** What training would cost elsewhere: computed from multiply-adds, not measured. */
final class CostTable {

  /** Steps of the published schedule on its largest data: 40 epochs of 30,000 triplets. */
  private static final double PAPER_STEPS = 1.2e6;

  /** Share of the convolution rate that whole steps reached here; the rest is memory traffic. */
  private static final double SHARE_OF_RATE = 0.5;

  /** Of the doubling of cores, what is gained, down to where memory is the limit. */
  private static final double SCALING = 0.7;

  /**
   * Multiply-adds a second of a data-centre card in bf16: 312 TFLOP/s by its data sheet, of which
   * convolutions of this size reach about a quarter at batch 1.
   */
  private static final double CARD = 312e12 / 2 / 4;

  private CostTable() {}

  /** Returns the tables as Markdown. */
  static String markdown(Floor floor) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Multiply-adds of a step of Recycle-GAN as the official code does it, and what a step would take"
            + " at half of this machine's measured rate:\n\n");
    text.append("| size | filters | batch | multiply-adds | seconds |\n|--:|--:|--:|--:|--:|\n");
    for (int filters : List.of(16, 32, 64)) {
      for (int size : List.of(64, 128, 256)) {
        for (int batch : List.of(1, 4)) {
          text.append(line(filters, size, batch, floor));
        }
      }
    }
    double step = Macs.step(Preset.PAPER.config().networks(), 256);
    double here = PAPER_STEPS * step / (SHARE_OF_RATE * floor.limit()) / 3600;
    double cores = Setting.THREADS;
    double sixteen = here / (Math.max(1, 16 / cores) * SCALING);
    double card = PAPER_STEPS * step / CARD / 3600;
    text.append(
        String.format(
            Locale.ROOT,
            """

            The paper's own training (256 pixels, 64 filters, %.1f million steps, which is 40 epochs of \
            30,000 triplets) would take %.0f hours on these %.0f cores, about %.0f on 16 of them (each \
            doubling counted with memory in the way: %.0f %% of the ideal), and about %.0f on one data-centre card \
            (%.0f tera-multiply-adds a second, a quarter of its data sheet's rate in bf16).
            """,
            PAPER_STEPS / 1e6,
            here,
            cores,
            sixteen,
            100 * SCALING,
            card,
            CARD / 1e12));
    return text.toString();
  }

  private static String line(int filters, int size, int batch, Floor floor) {
    int depth = Math.min(8, 31 - Integer.numberOfLeadingZeros(size));
    double macs = batch * Macs.step(new NetworkSizes(filters, 6, filters, 3, filters, depth), size);
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %.1f G | %.2f |%n",
        size,
        filters,
        batch,
        macs / 1e9,
        macs / (SHARE_OF_RATE * floor.limit()));
  }
}
