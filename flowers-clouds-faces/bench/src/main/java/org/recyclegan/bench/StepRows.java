package org.recyclegan.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;

/** Training steps against the PyTorch statement, and against each other. */
final class StepRows {

  static final String SECTION = "Training step";

  private static final Row.Target FLOAT32 = Row.Target.atMost(0.70);
  private static final Row.Target BF16 = Row.Target.atMost(0.45);
  private static final Row.Target BATCH = Row.Target.atMost(0.80);
  private static final int STEPS = 3;
  private static final int STEPS_OF_A_BATCH = 2;

  /** What is measured: 6 blocks, and the statement's defaults for discriminators and predictors. */
  private static final List<StepCommand> SHAPES =
      List.of(
          new StepCommand(128, new NetworkSizes(32, 6, 32, 3, 32, 7), 1),
          new StepCommand(64, new NetworkSizes(16, 6, 32, 3, 32, 6), 1));

  private static final StepCommand QUICK =
      new StepCommand(64, new NetworkSizes(16, 4, 16, 3, 16, 6), 1);

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
    for (StepCommand shape : SHAPES) {
      for (String method : List.of("recycle-gan", "cyclegan")) {
        String what = "seconds over PyTorch's: " + method + ", " + name(shape) + ", ";
        if (missing.isEmpty()) {
          againstPython(what, shape, method);
        } else {
          report(Row.notMeasured(what + "float32", FLOAT32, missing));
          report(Row.notMeasured(what + "bf16", BF16, missing));
        }
      }
    }
    for (StepCommand shape : SHAPES) {
      double[] ratios =
          Pairs.ratios(
              setting.pairs(),
              () -> ours(shape.withBatch(4), "recycle-gan", "float32", STEPS_OF_A_BATCH) / 4,
              () -> ours(shape, "recycle-gan", "float32", STEPS_OF_A_BATCH));
      String what = "seconds a triplet at batch 4 over batch 1: " + name(shape);
      report(new Row(what, BATCH, ratios, "float32"));
    }
    return quickStep();
  }

  private static String name(StepCommand shape) {
    return shape.size()
        + " px, "
        + shape.networks().size(NetworkRole.GENERATOR, "filters")
        + " filters";
  }

  /** Returns seconds of a step of the quick preset. */
  double quickStep() throws Exception {
    return ours(QUICK, "recycle-gan", "float32", 20);
  }

  /** Python and both precisions in turn, so that Python is waited for once. */
  private void againstPython(String what, StepCommand shape, String method) throws Exception {
    double[][] seconds =
        Pairs.seconds(
            setting.pairs(),
            List.of(
                () -> python(shape, method),
                () -> ours(shape, method, "float32", STEPS),
                () -> ours(shape, method, "bf16", STEPS)));
    report(
        new Row(
            what + "float32",
            FLOAT32,
            Pairs.quotients(seconds[1], seconds[0]),
            note(shape, method, Pairs.least(seconds[1]))));
    report(
        new Row(
            what + "bf16",
            BF16,
            Pairs.quotients(seconds[2], seconds[0]),
            note(shape, method, Pairs.least(seconds[2]))));
  }

  private String note(StepCommand shape, String method, double best) {
    String share =
        method.equals("recycle-gan")
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

  private double ours(StepCommand shape, String method, String precision, int steps)
      throws IOException, InterruptedException {
    return shape.run(setting, method, precision, steps).seconds();
  }

  private double python(StepCommand shape, String method) throws IOException, InterruptedException {
    String json =
        Commands.run(
            List.of(
                setting.python(),
                statement().toString(),
                "--mode",
                method.replace("-", ""),
                "--size",
                Integer.toString(shape.size()),
                "--ngf",
                Integer.toString(shape.networks().size(NetworkRole.GENERATOR, "filters")),
                "--downs",
                Integer.toString(shape.networks().size(NetworkRole.PREDICTOR, "depth")),
                "--threads",
                Integer.toString(Setting.THREADS),
                "--steps",
                Integer.toString(STEPS)));
    return StepCommand.number(new ObjectMapper().readTree(json), "step_s");
  }

  private Path statement() {
    Path folder = setting.statement();
    return (folder == null ? Path.of("") : folder).resolve("bench_step.py");
  }

  private String whatIsMissing() throws InterruptedException {
    if (setting.statement() == null || !Files.isReadable(statement())) {
      return "no `--statement` folder with bench_step.py";
    }
    return Commands.works(setting.python(), "-c", "import torch") ? "" : "no PyTorch for Python";
  }
}
