package org.recyclegan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;

/**
 * A run of {@code time-step}.
 *
 * @param size side of the frames
 * @param networks what learns
 * @param batch triplets of each domain a step
 */
record StepCommand(int size, NetworkSizes networks, int batch) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What it measured. */
  record Found(double seconds, double peakBytes) {}

  StepCommand withBatch(int other) {
    return new StepCommand(size, networks, other);
  }

  /** Runs it as a process. */
  Found run(Setting setting, String method, String precision, int steps)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("time-step", "--preset", "standard"));
    options.addAll(List.of("--method", method, "--precision", precision));
    options.addAll(List.of("--identity-weight", "0"));
    add(options, "--size", size);
    add(options, "--generator-filters", networks.size(NetworkRole.GENERATOR, "filters"));
    add(options, "--generator-blocks", networks.size(NetworkRole.GENERATOR, "blocks"));
    add(options, "--discriminator-filters", networks.size(NetworkRole.DISCRIMINATOR, "filters"));
    add(options, "--predictor-filters", networks.size(NetworkRole.PREDICTOR, "filters"));
    add(options, "--predictor-depth", networks.size(NetworkRole.PREDICTOR, "depth"));
    add(options, "--batch", batch);
    add(options, "--threads", Setting.THREADS);
    add(options, "--steps", steps);
    String json = setting.recycle(options.toArray(String[]::new));
    JsonNode found = JSON.readTree(json);
    return new Found(number(found, "step_s"), number(found, "peak_bytes"));
  }

  /** Returns a number of a JSON object. */
  static double number(JsonNode found, String name) throws IOException {
    JsonNode value = found.get(name);
    if (value == null) {
      throw new IOException("No " + name + " in " + found);
    }
    return value.asDouble();
  }

  private static void add(List<String> options, String name, int value) {
    options.add(name);
    options.add(Integer.toString(value));
  }
}
