package org.recyclegan.studies.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recyclegan.recycle.NetworkSizes;

/** Training steps against the PyTorch statement, and against each other. */
final class StepRows {

  static final String SECTION = "Training step";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Row.Target FLOAT32 = Row.Target.atMost(0.70);
  private static final Row.Target BF16 = Row.Target.atMost(0.45);
  private static final Row.Target BATCH = Row.Target.atMost(0.80);
  private static final int STEPS = 3;
  private static final int BLOCKS = 6;

  /** The statement's default for discriminators and predictors. */
  private static final int OTHER_FILTERS = 32;

  /** What a size is measured with. */
  private record Shape(int size, int filters, int depth) {
    NetworkSizes networks() {
      return new NetworkSizes(filters, BLOCKS, OTHER_FILTERS, 3, OTHER_FILTERS, depth);
    }

    String name() {
      return size + " px, " + filters + " filters";
    }
  }

  private static final List<Shape> SHAPES = List.of(new Shape(128, 32, 7), new Shape(64, 16, 6));

  private final Setting setting;
  private final Floor floor;

  StepRows(Setting setting, Floor floor) {
    this.setting = setting;
    this.floor = floor;
  }

  /**
   * Measures.
   *
   * @return as {@link #quickStep()}
   */
  double measure() throws Exception {
    String missing = whatIsMissing();
    for (Shape shape : SHAPES) {
      for (String method : List.of("recyclegan", "cyclegan")) {
        for (String precision : List.of("float32", "bf16")) {
          Row.Target target = precision.equals("bf16") ? BF16 : FLOAT32;
          String what =
              "seconds over PyTorch's: " + method + ", " + shape.name() + ", " + precision;
          setting
              .report()
              .row(
                  SECTION,
                  missing.isEmpty()
                      ? againstPython(what, shape, method, precision, target)
                      : Row.notMeasured(what, target, missing));
        }
      }
    }
    String what = "seconds a triplet at batch 4 over batch 1: " + SHAPES.get(0).name();
    if (!canTimeSteps()) {
      setting.report().row(SECTION, Row.notMeasured(what, BATCH, "no `time-step`"));
      return Double.NaN;
    }
    double[] ratios =
        Pairs.ratios(
            setting.pairs(),
            () -> ours(SHAPES.get(0), "recyclegan", "float32", 4) / 4,
            () -> ours(SHAPES.get(0), "recyclegan", "float32", 1));
    setting.report().row(SECTION, new Row(what, BATCH, ratios, "float32"));
    return quickStep();
  }

  /** Returns seconds of a step of the quick preset; NaN where steps cannot be timed. */
  double quickStep() throws Exception {
    return canTimeSteps()
        ? seconds(
            setting.recycle(
                "time-step",
                "--size",
                "64",
                "--filters",
                "16",
                "--blocks",
                "4",
                "--discriminator-filters",
                "16",
                "--predictor-filters",
                "16",
                "--depth",
                "6",
                "--steps",
                "20"))
        : Double.NaN;
  }

  private Row againstPython(
      String what, Shape shape, String method, String precision, Row.Target target)
      throws Exception {
    List<Double> own = new ArrayList<>();
    double[] ratios =
        Pairs.ratios(
            setting.pairs(),
            () -> {
              double seconds = ours(shape, method, precision, 1);
              own.add(seconds);
              return seconds;
            },
            () -> python(shape, method));
    double best = own.stream().mapToDouble(s -> s).min().orElseThrow();
    String share =
        method.equals("recyclegan")
            ? String.format(
                Locale.ROOT,
                ", %.0f %% of the machine's float32 rate",
                100 * Macs.step(shape.networks(), shape.size()) / best / floor.limit())
            : "";
    return new Row(
        what, target, ratios, String.format(Locale.ROOT, "ours %.0f ms%s", 1000 * best, share));
  }

  private double ours(Shape shape, String method, String precision, int batch)
      throws IOException, InterruptedException {
    return seconds(
        setting.recycle(
            "time-step",
            "--method",
            method.equals("cyclegan") ? "cyclegan" : "recycle-gan",
            "--identity-weight",
            "0",
            "--size",
            text(shape.size()),
            "--filters",
            text(shape.filters()),
            "--blocks",
            text(BLOCKS),
            "--discriminator-filters",
            text(OTHER_FILTERS),
            "--predictor-filters",
            text(OTHER_FILTERS),
            "--depth",
            text(shape.depth()),
            "--batch",
            text(batch),
            "--precision",
            precision,
            "--threads",
            text(Setting.THREADS),
            "--steps",
            text(STEPS)));
  }

  private double python(Shape shape, String method) throws IOException, InterruptedException {
    return seconds(
        Commands.run(
            List.of(
                "python3",
                statement().toString(),
                "--mode",
                method,
                "--size",
                text(shape.size()),
                "--ngf",
                text(shape.filters()),
                "--downs",
                text(shape.depth()),
                "--threads",
                text(Setting.THREADS),
                "--steps",
                text(STEPS))));
  }

  private static double seconds(String json) throws IOException {
    JsonNode found = JSON.readTree(json).get("step_s");
    if (found == null) {
      throw new IOException("No step_s in " + json);
    }
    return found.asDouble();
  }

  private static String text(int value) {
    return Integer.toString(value);
  }

  private Path statement() {
    Path folder = setting.statement();
    return (folder == null ? Path.of("") : folder).resolve("bench_step.py");
  }

  private String whatIsMissing() throws IOException, InterruptedException {
    if (setting.statement() == null || !Files.isReadable(statement())) {
      return "no `--statement` folder with bench_step.py";
    }
    if (!Commands.works("python3", "-c", "import torch")) {
      return "no PyTorch for python3";
    }
    return canTimeSteps() ? "" : "no `time-step`";
  }

  /** An unknown command's help is that of the program. */
  private boolean canTimeSteps() throws IOException, InterruptedException {
    return setting.recycle("time-step", "--help").contains("--steps");
  }
}
