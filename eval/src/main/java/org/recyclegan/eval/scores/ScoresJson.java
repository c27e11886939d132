package org.recyclegan.eval.scores;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recyclegan.eval.stats.Interval;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.video.InputException;

/**
 * Scores as JSON, UTF-8:
 *
 * <pre>
 *   {"schema": "recyclegan-scores", "version": 1, "frames": 120,
 *    "settings": {"flow": "DIS medium", …}, "warnings": ["…"],
 *    "metrics": [{"name": "psnr", "protocol": "…", "value": 31.4, "unit": "dB",
 *                 "direction": "higher",
 *                 "interval": {"low": 30.9, "high": 31.8, "level": 0.95, "method": "…"},
 *                 "frames": 120},
 *                {"name": "tof", …, "notApplicable": "no reference was given", …}]}
 * </pre>
 *
 * <p>A metric has either {@code value} or {@code notApplicable}; {@code interval} is there where it
 * is known, {@code details} has further numbers by name. Numbers read back bit for bit.
 */
public final class ScoresJson {

  /** Raised when a reader of the old form would misunderstand the new one. */
  public static final int VERSION = 1;

  private static final String SCHEMA = "recyclegan-scores";
  private static final ObjectMapper MAPPER = Json.builder().build();

  private ScoresJson() {}

  /**
   * Writes a file; its name appears only when it is whole.
   *
   * @param file to write, replaced if there
   * @param scores its contents
   * @throws IOException if writing fails
   */
  public static void write(Path file, Scores scores) throws IOException {
    WholeFile.write(file, text(scores).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the file's contents.
   *
   * @param scores to write
   * @return indented JSON with a newline at its end
   */
  public static String text(Scores scores) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", SCHEMA).put("version", VERSION).put("frames", scores.frames());
    scores.settings().forEach(root.putObject("settings")::put);
    scores.warnings().forEach(root.putArray("warnings")::add);
    ArrayNode metrics = root.putArray("metrics");
    scores.metrics().forEach(result -> put(metrics.addObject(), result));
    return root.toPrettyString() + "\n";
  }

  /**
   * Reads a file back.
   *
   * @param file to read
   * @throws InputException if it is no scores file of this version
   * @throws IOException if reading fails
   */
  public static Scores read(Path file) throws IOException {
    try {
      return scores(MAPPER.readTree(Files.readAllBytes(file)));
    } catch (JsonProcessingException | CharConversionException | IllegalArgumentException e) {
      throw new InputException(
          file + ": not a scores file",
          SCHEMA + " of version " + VERSION,
          String.valueOf(e.getMessage()),
          "Evaluate the video again.",
          e);
    }
  }

  private static void put(ObjectNode node, MetricResult result) {
    node.put("name", result.name()).put("protocol", result.protocol());
    result.value().ifPresent(value -> node.put("value", value));
    result.notApplicable().ifPresent(reason -> node.put("notApplicable", reason));
    node.put("unit", result.unit()).put("direction", result.direction().word());
    result
        .interval()
        .ifPresent(
            interval ->
                node.putObject("interval")
                    .put("low", interval.low())
                    .put("high", interval.high())
                    .put("level", interval.level())
                    .put("method", interval.method()));
    node.put("frames", result.frames());
    if (!result.details().isEmpty()) {
      result.details().forEach(node.putObject("details")::put);
    }
  }

  private static Scores scores(JsonNode root) {
    if (!SCHEMA.equals(root.path("schema").asText()) || root.path("version").asInt() != VERSION) {
      throw new IllegalArgumentException(
          "schema \""
              + root.path("schema").asText()
              + "\" of version "
              + root.path("version").asText("?"));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    root.required("settings")
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
    List<String> warnings = new ArrayList<>();
    root.required("warnings").forEach(warning -> warnings.add(warning.asText()));
    List<MetricResult> metrics = new ArrayList<>();
    root.required("metrics").forEach(metric -> metrics.add(result(metric)));
    return new Scores(root.required("frames").asLong(), settings, warnings, metrics);
  }

  private static MetricResult result(JsonNode node) {
    return new MetricResult(
        node.required("name").asText(),
        node.required("protocol").asText(),
        node.has("value") ? OptionalDouble.of(number(node, "value")) : OptionalDouble.empty(),
        Optional.ofNullable(node.get("notApplicable")).map(JsonNode::asText),
        node.required("unit").asText(),
        direction(node.required("direction").asText()),
        Optional.ofNullable(node.get("interval")).map(ScoresJson::interval),
        node.required("frames").asLong(),
        details(node.path("details")));
  }

  private static Map<String, Double> details(JsonNode node) {
    Map<String, Double> details = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(name -> details.put(name, number(node, name)));
    return details;
  }

  private static Interval interval(JsonNode node) {
    return new Interval(
        number(node, "low"),
        number(node, "high"),
        number(node, "level"),
        node.required("method").asText());
  }

  private static double number(JsonNode node, String field) {
    JsonNode value = node.required(field);
    if (!value.isNumber()) {
      throw new IllegalArgumentException(field + " " + value + ", not a number");
    }
    return value.asDouble();
  }

  private static Better direction(String word) {
    for (Better direction : Better.values()) {
      if (direction.word().equals(word)) {
        return direction;
      }
    }
    throw new IllegalArgumentException("direction \"" + word + "\"");
  }
}
