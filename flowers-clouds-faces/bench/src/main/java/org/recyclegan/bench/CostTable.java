package org.recyclegan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;

/**
 * What a step costs by size, filters and batch, measured; and, computed from that, what the
 * published training would take here and elsewhere.
 */
final class CostTable {

  /** Steps of the published schedule on its largest data: 40 epochs of 30,000 triplets. */
  private static final double PAPER_STEPS = 1.2e6;

  /** Of the ideal, what 16 cores give: the networks are then limited by memory in part. */
  private static final double SCALING = 0.7;

  private static final int MORE_CORES = 16;

  /**
   * Multiply-adds a second of a data-centre card in bf16: 312 TFLOP/s by its data sheet (A100), of
   * which convolutions at batch 1 are taken to reach a quarter.
   */
  private static final double CARD = 312e12 / 2 / 4;

  private static final int STEPS = 2;

  /** One value varied at a time, from 128 pixels, 32 filters, batch 1; then the published size. */
  private static final List<StepCommand> POINTS =
      List.of(
          point(64, 32, 1),
          point(128, 32, 1),
          point(256, 32, 1),
          point(128, 16, 1),
          point(128, 64, 1),
          point(128, 32, 2),
          point(128, 32, 4),
          point(256, 64, 1));

  private final Setting setting;
  private final Floor floor;

  CostTable(Setting setting, Floor floor) {
    this.setting = setting;
    this.floor = floor;
  }

  private static StepCommand point(int size, int filters, int batch) {
    int depth = 31 - Integer.numberOfLeadingZeros(size);
    return new StepCommand(size, new NetworkSizes(filters, 6, filters, 3, filters, depth), batch);
  }

  /** Measures, and returns the table and what follows from it as Markdown. */
  String markdown() throws Exception {
    List<String> lines = new ArrayList<>();
    double last = 0;
    for (StepCommand point : POINTS) {
      StepCommand.Found found = point.run(setting, "recycle-gan", "float32", STEPS);
      lines.add(line(point, found));
      last = found.seconds();
    }
    return "| size | filters | batch | multiply-adds | seconds | share of the limit | peak memory"
        + " |\n"
        + "|--:|--:|--:|--:|--:|--:|--:|\n"
        + String.join("", lines)
        + paper(last);
  }

  private String line(StepCommand point, StepCommand.Found found) {
    double macs = point.batch() * Macs.step(point.networks(), point.size());
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %.1f G | %.2f | %.0f %% | %.1f GB |%n",
        point.size(),
        point.networks().size(NetworkRole.GENERATOR, "filters"),
        point.batch(),
        macs / 1e9,
        found.seconds(),
        100 * macs / found.seconds() / floor.limit(),
        found.peakBytes() / 1e9);
  }

  /** From the last point, which is the paper's own size. */
  private static String paper(double step) {
    double here = PAPER_STEPS * step / 3600;
    double cores = Setting.THREADS;
    double more = here / Math.max(1, MORE_CORES / cores * SCALING);
    double card =
        PAPER_STEPS * Macs.step(POINTS.get(POINTS.size() - 1).networks(), 256) / CARD / 3600;
    return String.format(
        Locale.ROOT,
        """

        The paper's own training, 256 pixels and 64 filters, is taken to be %.1f million steps (40 epochs of 30,000 \
        triplets, the most that its authors advise; the paper itself has no number). From the step in the last \
        line it would take %.0f hours on these %.0f cores; computed from it, about %.0f hours on %d of them (%.0f %% \
        of the ideal), and about %.0f on one data-centre card (%.0f tera-multiply-adds a second, a quarter of its \
        data sheet's rate in bf16). Neither of the last two was measured.
        """,
        PAPER_STEPS / 1e6,
        here,
        cores,
        more,
        MORE_CORES,
        100 * SCALING,
        card,
        CARD / 1e12);
  }
}
