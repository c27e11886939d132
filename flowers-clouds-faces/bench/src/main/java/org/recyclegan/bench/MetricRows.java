package org.recyclegan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.recyclegan.eval.EvaluationOptions;
import org.recyclegan.eval.Evaluator;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/**
 * The metrics of {@code evaluate} against the same metrics in Python: each by itself from opening
 * the videos to the number, without what it takes to start either program; and all together, as
 * whole processes. Metrics that come from one flow are one row.
 */
final class MetricRows {

  static final String SECTION = "Metrics";

  private static final Row.Target TARGET = Row.Target.atMost(1);
  private static final int FRAMES = 24;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The parts of the Python program, each known by its first metric. */
  private record Parts(int frames, List<String> metrics) {
    String name(String part) {
      return "seconds over Python's: `" + part.replace(",", "`, `") + "`, " + frames + " frames";
    }

    static String first(String part) {
      return part.split(",", 2)[0];
    }
  }

  /** Of the quick ones more frames, so that opening the videos weighs little. */
  private static final List<Parts> PARTS =
      List.of(
          new Parts(60, List.of("psnr", "flickering", "dynamic_degree")),
          new Parts(
              12,
              List.of(
                  "ssim",
                  "ms_ssim",
                  "tof,tof_source",
                  "warp_error,warp_error_source,warp_error_ratio",
                  "warp_error_long",
                  "sync_pearson,sync_spearman,sync_ncc,sync_lag_ms,sync_dtw_ms,sync_phase_ms")));

  private final Setting setting;
  private final Path script;

  MetricRows(Setting setting) {
    this.setting = setting;
    script = setting.launcher().resolveSibling("bench-metrics.py");
  }

  void measure() throws Exception {
    String all =
        "seconds of `evaluate` over Python's for the same metrics, whole processes, "
            + FRAMES
            + " frames";
    if (!Files.isReadable(script)
        || !Commands.works(setting.python(), "-c", "import cv2, skimage, scipy")) {
      String missing = "no Python with OpenCV, scikit-image and SciPy";
      for (Parts parts : PARTS) {
        parts.metrics().forEach(part -> report(Row.notMeasured(parts.name(part), TARGET, missing)));
      }
      report(Row.notMeasured(all, TARGET, missing));
      return;
    }
    for (Parts parts : PARTS) {
      each(parts);
    }
    together(all);
  }

  /** Both sides take one part after the other, each with a pass over the videos. */
  private void each(Parts parts) throws Exception {
    List<Path> videos = videos(parts.frames());
    int count = parts.metrics().size();
    double[][] ours = new double[count][setting.pairs()];
    double[][] ratios = new double[count][setting.pairs()];
    for (int round = -1; round < setting.pairs(); round++) {
      double[] first = round % 2 == 0 ? ours(parts, videos) : new double[0];
      JsonNode python = python(parts, videos);
      double[] seconds = first.length == 0 ? ours(parts, videos) : first;
      for (int i = 0; i < count && round >= 0; i++) {
        ours[i][round] = seconds[i];
        ratios[i][round] =
            seconds[i] / StepCommand.number(python, Parts.first(parts.metrics().get(i)));
      }
    }
    for (int i = 0; i < count; i++) {
      double best = 1000 * Pairs.least(ours[i]) / parts.frames();
      String note = String.format(Locale.ROOT, "ours %.1f ms a frame", best);
      report(new Row(parts.name(parts.metrics().get(i)), TARGET, ratios[i], note));
    }
  }

  private static double[] ours(Parts parts, List<Path> videos) throws Exception {
    double[] seconds = new double[parts.metrics().size()];
    for (int i = 0; i < seconds.length; i++) {
      String part = parts.metrics().get(i);
      seconds[i] = Pairs.clock(() -> evaluate(part, videos));
    }
    return seconds;
  }

  private static void evaluate(String metrics, List<Path> videos) throws IOException {
    EvaluationOptions options =
        EvaluationOptions.defaults().withMetrics(Metrics.parseList(metrics));
    try (FrameSource output = VideoReader.open(videos.get(0));
        FrameSource source = VideoReader.open(videos.get(1));
        FrameSource reference = VideoReader.open(videos.get(2))) {
      var unused = new Evaluator(options).evaluate(output, source, reference, (done, total) -> {});
    }
  }

  private JsonNode python(Parts parts, List<Path> videos) throws IOException, InterruptedException {
    String firsts = parts.metrics().stream().map(Parts::first).collect(Collectors.joining(","));
    JsonNode found =
        JSON.readTree(runPython(videos, "--in-turn", "--only", firsts)).get("wallSecondsByPass");
    if (found == null) {
      throw new IOException("No wallSecondsByPass from " + script);
    }
    return found;
  }

  private String runPython(List<Path> videos, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(setting.python(), script.toString()));
    videos.forEach(video -> command.add(video.toString()));
    command.addAll(List.of(options));
    return Commands.run(command);
  }

  private void together(String what) throws Exception {
    List<Path> videos = videos(FRAMES);
    double[] ratios =
        Pairs.ratios(
            setting.pairs(),
            () ->
                Pairs.clock(
                    () ->
                        setting.recycle(
                            "evaluate",
                            videos.get(0).toString(),
                            "--source",
                            videos.get(1).toString(),
                            "--reference",
                            videos.get(2).toString())),
            () -> Pairs.clock(() -> runPython(videos)));
    report(new Row(what, TARGET, ratios, "each video decoded once; ours has intervals too"));
  }

  /** Output, source and truth: the same clip from different moments, so that numbers are finite. */
  private List<Path> videos(int frames) throws IOException {
    return List.of(
        setting.clip("output-" + frames + ".mp4", frames, 2),
        setting.clip("source-" + frames + ".mp4", frames, 0),
        setting.clip("truth-" + frames + ".mp4", frames, 3));
  }

  private void report(Row row) {
    setting.report().row(SECTION, row);
  }
}
