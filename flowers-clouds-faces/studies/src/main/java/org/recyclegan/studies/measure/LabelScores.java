package org.recyclegan.studies.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.recyclegan.eval.segmentation.AbsentClass;
import org.recyclegan.eval.segmentation.ConfusionMatrix;
import org.recyclegan.eval.segmentation.Palette;
import org.recyclegan.eval.segmentation.SegmentationScores;
import org.recyclegan.video.Frame;
import org.recyclegan.worlds.streets.Condition;
import org.recyclegan.worlds.streets.StreetClass;

/**
 * The paper's Table 1 on drawn streets: MP, AC and mean IoU of label maps, over all frames and over
 * those of each condition. Both maps are read by the nearest palette colour; a class that never
 * occurs is skipped.
 */
public final class LabelScores {

  private static final Palette PALETTE =
      new Palette(Arrays.stream(StreetClass.values()).map(StreetClass::rgb).toList());

  private final ConfusionMatrix all = new ConfusionMatrix(StreetClass.values().length);
  private final Map<Condition, ConfusionMatrix> byCondition = new LinkedHashMap<>();

  /** Begins with nothing counted. */
  public LabelScores() {}

  /**
   * Counts a frame.
   *
   * @param condition in which its source was taken
   * @param truth the true label map
   * @param output of the same size
   */
  public void add(Condition condition, Frame truth, Frame output) {
    byte[] labels = PALETTE.labels(truth, Double.MAX_VALUE).labels();
    byte[] found = PALETTE.labels(output, Double.MAX_VALUE).labels();
    all.add(labels, found);
    byCondition
        .computeIfAbsent(condition, c -> new ConfusionMatrix(StreetClass.values().length))
        .add(labels, found);
  }

  /**
   * Returns the scores.
   *
   * @return by name: {@code mp}, {@code ac}, {@code miou}, and with {@code _day} and so on
   */
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    put(values, "", all);
    for (Condition condition : Condition.values()) {
      if (byCondition.containsKey(condition)) {
        put(values, "_" + condition.name().toLowerCase(Locale.ROOT), byCondition.get(condition));
      }
    }
    return values;
  }

  private static void put(Map<String, Double> values, String suffix, ConfusionMatrix matrix) {
    SegmentationScores.of(matrix, AbsentClass.SKIP)
        .ifPresent(
            scores -> {
              values.put("mp" + suffix, scores.meanPixelAccuracy());
              values.put("ac" + suffix, scores.averageClassAccuracy());
              values.put("miou" + suffix, scores.meanIou());
            });
  }

  /**
   * Names the conditions.
   *
   * @return as they end names of scores
   */
  static List<String> conditions() {
    List<String> names = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      names.add(condition.name().toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
