package org.recyclegan.eval.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.EvaluationListener;
import org.recyclegan.eval.EvaluationOptions;
import org.recyclegan.eval.Evaluator;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;

/** A report with three videos whose brightness is their frame's number. */
final class Samples {

  static final int FRAMES = 40;
  static final int STEP = 5;
  static final String HOSTILE = "<img src=x onerror=alert(1)>.mkv";

  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  private Samples() {}

  /** Writes everything, and returns the page. */
  static Path write(Path work, Path folder) throws IOException {
    Path source = video(work.resolve(HOSTILE), 0);
    Path one = video(work.resolve("cycle.mkv"), 1);
    Path other = video(work.resolve("recycle.mkv"), 2);
    Map<String, Evaluation> evaluations = new LinkedHashMap<>();
    evaluations.put("cyclegan", evaluate(one, source));
    evaluations.put("recycle-gan", evaluate(other, source));
    Scene scene =
        new SceneMaker(folder, () -> false)
            .make(
                "scene",
                "A to B: " + HOSTILE,
                List.of(
                    new SceneMaker.Exhibit("source", source, false),
                    new SceneMaker.Exhibit("cyclegan", one, true),
                    new SceneMaker.Exhibit("recycle-gan", other, true)),
                evaluations);
    Report report =
        new Report(
            "Comparison of </script><b>two</b>",
            false,
            List.of(
                new Report.Fact("Tool", "recycle 1"),
                new Report.Fact("Input A", "/videos/" + HOSTILE)),
            List.of("A note & <more>"),
            List.of(
                finding("ssim", "0.12 [0.08, 0.16]", true),
                finding("flickering", "0.001 [-0.1, 0.1]", false)),
            List.of(scene),
            List.of(training(folder, "cyclegan"), training(folder, "recycle-gan")));
    return new ReportFolder(folder).write(report);
  }

  private static Finding finding(String metric, String difference, boolean different) {
    return new Finding(
        metric,
        "A to B",
        "higher",
        List.of(new Report.Fact("cyclegan", "0.5"), new Report.Fact("recycle-gan", "0.6")),
        difference,
        different ? "recycle-gan is better" : "no difference shown",
        different);
  }

  private static TrainingCurve training(Path folder, String method) throws IOException {
    Path picture = folder.resolve(ReportFolder.FILES).resolve(method + ".png");
    ImageIO.write(new BufferedImage(412, 276, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    List<TrainingCurve.Point> points = new ArrayList<>();
    for (int step = 50; step <= 500; step += 50) {
      Map<String, Double> losses = new LinkedHashMap<>();
      for (String name : List.of("adversarial_ab", "adversarial_ba", "cycle_a", "cycle_b")) {
        losses.put(name, 100.0 / (step + name.length()));
      }
      points.add(new TrainingCurve.Point(step, losses));
    }
    String file = folder.relativize(picture).toString();
    List<TrainingCurve.Point> heldOut =
        List.of(
            new TrainingCurve.Point(
                250, Map.of("recycle_a", 0.3, "cycle_a", 0.2, "copy_last_a", 0.1)),
            new TrainingCurve.Point(
                500, Map.of("recycle_a", 0.2, "cycle_a", 0.1, "copy_last_a", 0.1)));
    return new TrainingCurve(method, points, heldOut, List.of(new TrainingCurve.Sheet(500, file)));
  }

  private static Evaluation evaluate(Path output, Path source) throws IOException {
    try (FrameSource a = VideoReader.open(output);
        FrameSource b = VideoReader.open(source)) {
      return new Evaluator(
              EvaluationOptions.defaults()
                  .withThreads(1)
                  .withMetrics(Metrics.named("flickering", "psnr", "warp_error", "sync_pearson")))
          .evaluate(a, b, null, EvaluationListener.NONE);
    }
  }

  private static Path video(Path file, int variant) throws IOException {
    VideoInfo like = VideoInfo.constantRate(WIDTH, HEIGHT, FrameRate.of(25));
    try (VideoWriter writer = VideoWriter.create(file, like, WriteOptions.defaults())) {
      for (int i = 0; i < FRAMES; i++) {
        writer.write(new Frame(WIDTH, HEIGHT, picture(i, variant), i));
      }
      writer.commit();
    }
    return file;
  }

  /** The left half is as bright as the frame's number says; in the right half a bar moves. */
  private static byte[] picture(int frame, int variant) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean bar = Math.abs(x - WIDTH / 2 - 8 - frame) < 4;
        int level =
            x < WIDTH / 2 ? 20 + STEP * frame : bar ? 230 : 60 + (x * y + 40 * variant) % 50;
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * WIDTH + x) + c] = (byte) (c == variant ? level : level * 3 / 4);
        }
      }
    }
    return rgb;
  }
}
