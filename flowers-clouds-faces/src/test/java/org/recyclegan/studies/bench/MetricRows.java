package org.recyclegan.studies.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All metrics of {@code evaluate} against the same metrics in Python, whole processes. */
final class MetricRows {

  static final String SECTION = "Metrics";

  private static final Row.Target TARGET = Row.Target.atMost(1);
  private static final int FRAMES = 50;

  private final Setting setting;

  MetricRows(Setting setting) {
    this.setting = setting;
  }

  void measure() throws Exception {
    String what = "seconds of `evaluate` over Python's for the same metrics, " + FRAMES + " frames";
    Path script = setting.launcher().resolveSibling("bench-metrics.py");
    if (!Files.isReadable(script)
        || !Commands.works(setting.python(), "-c", "import cv2, skimage")) {
      setting
          .report()
          .row(SECTION, Row.notMeasured(what, TARGET, "no Python with OpenCV and scikit-image"));
      return;
    }
    String clip = setting.clip("metrics.mp4", FRAMES).toString();
    String other = setting.clip("metrics-other.mp4", FRAMES).toString();
    double[] ratios =
        Pairs.ratios(
            setting.pairs(),
            () ->
                Pairs.clock(
                    () ->
                        setting.recycle("evaluate", clip, "--source", other, "--reference", other)),
            () ->
                Pairs.clock(
                    () ->
                        Commands.run(
                            List.of(setting.python(), script.toString(), clip, other, other))));
    setting.report().row(SECTION, new Row(what, TARGET, ratios, "each video decoded once by both"));
  }
}
