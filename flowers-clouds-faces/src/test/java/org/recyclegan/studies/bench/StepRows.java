package org.recyclegan.studies.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        String what = "seconds over PyTorch's: " + method + ", " + shape.name() + ", ";
        if (missing.isEmpty()) {
          againstPython(what, shape, method);
        } else {
          report(Row.notMeasured(what + "float32", FLOAT32, missing));
          report(Row.notMeasured(what + "bf16", BF16, missing));
        }
      }
    }
    Shape small = SHAPES.get(1);
    String what = "seconds a triplet at batch 4 over batch 1: " + small.name();
    if (!canTimeSteps()) {
      report(Row.notMeasured(what, BATCH, "no `time-step`"));
      return Double.NaN;
    }
    double[] ratios =
        Pairs.ratios(
            setting.pairs(),
            () -> ours(small, "recyclegan", "float32", 4) / 4,
            () -> ours(small, "recyclegan", "float32", 1));
    report(new Row(what, BATCH, ratios, "float32"));
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

  /** Python and both precisions in turn, so that Python is waited for once. */
  private void againstPython(String what, Shape shape, String method) throws Exception {
    double[][] seconds =
        Pairs.seconds(
            setting.pairs(),
            List.of(
                () -> python(shape, method),
                () -> ours(shape, method, "float32", 1),
                () -> ours(shape, method, "bf16", 1)));
    report(
        new Row(
            what + "float32",
            FLOAT32,
            Pairs.quotients(seconds[1], seconds[0]),
            note(shape, method, Doubles.min(seconds[1]))));
    report(
        new Row(
            what + "bf16",
            BF16,
            Pairs.quotients(seconds[2], seconds[0]),
            note(shape, method, Doubles.min(seconds[2]))));
  }

  private String note(Shape shape, String method, double best) {
    String share =
        method.equals("recyclegan")
            ? String.format(
                Locale.ROOT,
                ", %.0f %% of the machine's float32 rate",
                100 * Macs.step(shape.networks(), shape.size()) / best / floor.limit())
            : "";
    return String.format(Locale.ROOT, "ours %.0f ms%s", 1000 * best, share);
  }

  private void report(Row row) {
    setting.report().row(SECTION, row);
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
                setting.python(),
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
    if (!Commands.works(setting.python(), "-c", "import torch")) {
      return "no PyTorch for Python";
    }
    return canTimeSteps() ? "" : "no `time-step`";
  }

  /** An unknown command's help is that of the program. */
  private boolean canTimeSteps() throws IOException, InterruptedException {
    return setting.recycle("time-step", "--help").contains("--steps");
  }
}
