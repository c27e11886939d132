package org.recyclegan.eval.segmentation;

import java.util.Optional;

/**
 * The four scores of a set of label maps, each in [0, 1], higher is better.
 *
 * <pre>
 *   MP    = Σ_c n_cc / Σ n               AC = mean_c n_cc / truth_c
 *   mIoU  = mean_c IoU_c                 IoU_c = n_cc / (truth_c + predicted_c − n_cc)
 *   fwIoU = Σ_c truth_c IoU_c / Σ n
 * </pre>
 *
 * @param meanPixelAccuracy MP
 * @param averageClassAccuracy AC
 * @param meanIou mIoU
 * @param frequencyWeightedIou fwIoU
 */
public record SegmentationScores(
    double meanPixelAccuracy,
    double averageClassAccuracy,
    double meanIou,
    double frequencyWeightedIou) {

  /**
   * Scores what was counted.
   *
   * @param matrix the counts of a whole set
   * @param absent what a class counts that the truth (for AC), or truth and prediction (for mIoU),
   *     never show
   * @return the scores, or empty if nothing was counted
   */
  public static Optional<SegmentationScores> of(ConfusionMatrix matrix, AbsentClass absent) {
    long total = 0;
    long right = 0;
    double weighted = 0;
    Mean accuracy = new Mean(absent);
    Mean iou = new Mean(absent);
    for (int c = 0; c < matrix.classes(); c++) {
      long hits = matrix.count(c, c);
      long truth = 0;
      long predicted = 0;
      for (int other = 0; other < matrix.classes(); other++) {
        truth += matrix.count(c, other);
        predicted += matrix.count(other, c);
      }
      long union = truth + predicted - hits;
      total += truth;
      right += hits;
      accuracy.add(hits, truth);
      iou.add(hits, union);
      weighted += union == 0 ? 0 : (double) truth * hits / union;
    }
    if (total == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new SegmentationScores(
            (double) right / total, accuracy.value(), iou.value(), weighted / total));
  }

  /** A mean of fractions, some of which may not exist. */
  private static final class Mean {

    private final AbsentClass absent;
    private double sum;
    private int count;

    Mean(AbsentClass absent) {
      this.absent = absent;
    }

    void add(long part, long whole) {
      if (whole > 0) {
        sum += (double) part / whole;
        count++;
      } else if (absent == AbsentClass.ZERO) {
        count++;
      }
    }

    double value() {
      return sum / count;
    }
  }
}
