package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.train.Parity.Quantity;

/**
 * The table of docs/parity.md: golden values of larger networks, from the folder that the system
 * property {@code golden} names; {@code scripts/golden compare} makes them and starts this.
 */
@Tag("long")
class GoldenComparisonTest {

  /** Geometry, filters, blocks, depth of the predictors. */
  private static final Pattern GEOMETRY = Pattern.compile("[a-z0-9]+-\\d+-\\d+-\\d+");

  private static final Map<String, Method> MODES =
      Map.of(
          "cyclegan", Method.CYCLEGAN,
          "recyclegan", Method.RECYCLE_GAN,
          "recycle-cycle", Method.RECYCLE_CYCLE);

  /** In float32 these stand and fall with single kinks: double precision is where they count. */
  private static final Set<Quantity> SHOWN_ONLY =
      EnumSet.of(
          Quantity.GRADIENTS,
          Quantity.WEIGHTS,
          Quantity.FAR_WEIGHTS,
          Quantity.INERT_BIASES,
          Quantity.LATER_OUTPUTS);

  private static final double DOUBLE_TOLERANCE = 1e-6;

  private final List<String> lines = new ArrayList<>();

  /** Every row's error, by the quantity's title. */
  private final Map<String, List<Double>> all = new LinkedHashMap<>();

  private final Map<String, Double> tolerances = new HashMap<>();
  private final List<String> failures = new ArrayList<>();

  @Test
  void everyGeometryAgreesAndTheTableIsWritten() throws IOException {
    String folder = System.getProperty("golden");
    assumeTrue(folder != null, "-Dgolden names no folder of golden values");
    lines.add(
        "| geometry | filters | blocks | method | gradients, double | weights after 3 steps, double"
            + cells(q -> q.title));
    lines.add("|---|--:|--:|---|--:|--:" + cells(q -> "--:").replace(" ", ""));
    try (Torch torch = Torch.open(Device.cpu());
        Stream<Path> geometries = Files.list(Path.of(folder))) {
      for (Path geometry :
          geometries
              .filter(p -> GEOMETRY.matcher(p.getFileName().toString()).matches())
              .sorted()
              .toList()) {
        for (String mode : MODES.keySet().stream().sorted().toList()) {
          compare(torch, geometry, mode);
        }
      }
    }
    summarise();
    Files.write(Path.of("target", "parity.md"), lines);
    assertEquals(List.of(), failures);
  }

  private void compare(Torch torch, Path geometry, String mode) throws IOException {
    List<String> name = Splitter.on('-').splitToList(geometry.getFileName().toString());
    int filters = Integer.parseInt(name.get(1));
    int blocks = Integer.parseInt(name.get(2));
    NetworkSizes sizes =
        new NetworkSizes(filters, blocks, filters, 3, filters, Integer.parseInt(name.get(3)));
    Method method = MODES.get(mode);
    String row = String.join(" | ", name.get(0), name.get(1), name.get(2), method.toString());
    try (NDManager scope = torch.manager().newSubManager()) {
      Golden golden = Golden.load(scope, geometry.resolve(mode + ".npz"));
      Map<Quantity, Double> errors = Parity.measure(torch, golden, sizes, method);
      errors.forEach(
          (quantity, error) -> {
            if (!SHOWN_ONLY.contains(quantity)) {
              check(row + " " + quantity, error, quantity.tolerance);
            }
          });
      Golden doubles = Golden.load(scope, geometry.resolve(mode + "-double.npz"));
      try (DoubleParity parity =
          new DoubleParity(torch, golden, sizes, method.weights(), ObjectiveOptions.PUBLISHED)) {
        parity.backward();
        double gradients = parity.gradients(doubles);
        double weights = parity.weightsAfterThreeSteps(doubles);
        check(row + " gradients in double precision", gradients, DOUBLE_TOLERANCE);
        check(row + " weights in double precision", weights, DOUBLE_TOLERANCE);
        count("gradients, relative in norm, double precision", gradients, DOUBLE_TOLERANCE);
        count("weights after 3 steps, absolute, double precision", weights, DOUBLE_TOLERANCE);
        errors.forEach((q, error) -> count(q.title + ", float32", error, q.tolerance));
        lines.add(
            String.format(Locale.ROOT, "| %s | %.1e | %.1e", row, gradients, weights)
                + cells(q -> String.format(Locale.ROOT, "%.1e", errors.get(q))));
      }
    }
  }

  private void count(String quantity, double error, double tolerance) {
    all.computeIfAbsent(quantity, q -> new ArrayList<>()).add(error);
    tolerances.put(quantity, tolerance);
  }

  /** One line a quantity: the largest error of all rows, and how many rows are within tolerance. */
  private void summarise() {
    lines.add("");
    lines.add("| quantity | tolerance | largest error | rows within tolerance |");
    lines.add("|---|--:|--:|--:|");
    all.forEach(
        (quantity, errors) -> {
          double tolerance = tolerances.get(quantity);
          if (tolerance < Double.POSITIVE_INFINITY) {
            double largest = errors.stream().mapToDouble(error -> error).max().orElseThrow();
            long within = errors.stream().filter(error -> error <= tolerance).count();
            lines.add(
                String.format(
                    Locale.ROOT,
                    "| %s | %.0e | %.1e | %d of %d |",
                    quantity,
                    tolerance,
                    largest,
                    within,
                    errors.size()));
          }
        });
  }

  private void check(String what, double error, double tolerance) {
    if (!(error <= tolerance)) {
      failures.add(what + ": " + error);
    }
  }

  private static String cells(Function<Quantity, String> cell) {
    return Stream.of(Quantity.values()).map(cell).collect(Collectors.joining(" | ", " | ", " |"));
  }
}
