package org.recyclegan.recycle.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recyclegan.files.WholeFile;
import org.recyclegan.files.WholeLine;
import org.recyclegan.json.Json;

/**
 * A run's {@code stats.jsonl}: a line of JSON for every N steps, with {@code step} and {@code
 * losses}; one for every checkpoint that was measured on held-out triplets, with {@code step},
 * {@code heldOut} and {@code heldOutScore}; one for every {@code rollback} after a divergence, with
 * the {@code step} that was gone back to; and one for every {@code collapse} that was seen.
 */
public final class StatsFile {

  private static final String STEP = "step";

  /** By term, means since the line before. */
  public static final String LOSSES = "losses";

  private static final String ROLLBACK = "rollback";

  /** The figure that the best checkpoint minimises. */
  private static final String SCORE = "heldOutScore";

  private final Path file;

  StatsFile(Path file) {
    this.file = file;
  }

  /** Appends a line. */
  public void append(Map<String, Object> line) throws IOException {
    WholeLine.append(file, Json.RECORDS.line(line));
  }

  /** Appends errors on held-out triplets. */
  public void appendHeldOut(long step, Map<String, Double> errors, double score)
      throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(STEP, step);
    line.put("heldOut", errors);
    line.put(SCORE, score);
    append(line);
  }

  /**
   * Appends that training diverged and was taken back; once, though a resumed run gets there again.
   *
   * @param step to which it was taken back, so that rewinding to it keeps the line
   */
  public void appendRollback(long step, int number, Map<String, Object> what) throws IOException {
    for (JsonNode line : lines()) {
      if (line.path(ROLLBACK).asInt() == number) {
        return;
      }
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(STEP, step);
    line.put(ROLLBACK, number);
    line.putAll(what);
    append(line);
  }

  /** Appends which generators have collapsed, and how that shows. */
  public void appendCollapse(long step, Map<String, String> collapsed) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(STEP, step);
    line.put("collapse", collapsed);
    append(line);
  }

  /** Drops the lines after a step: they will be written again. */
  public void rewind(long step) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    StringBuilder kept = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (stepOf(line) <= step) {
        kept.append(line).append('\n');
      }
    }
    WholeFile.write(file, kept.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A line cut short by a crash counts as one after every step. */
  private static long stepOf(String line) {
    try {
      return Json.RECORDS.parse(line, JsonNode.class).path(STEP).asLong(Long.MAX_VALUE);
    } catch (JsonProcessingException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Returns the least score; infinite if there is none. */
  public double leastScore() throws IOException {
    return scores().values().stream()
        .mapToDouble(Double::doubleValue)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Returns whether the losses up to a step were written down with it. */
  public boolean hasLosses(long step) throws IOException {
    return lines().stream().anyMatch(line -> line.path(STEP).asLong() == step && line.has(LOSSES));
  }

  /** Returns whether a step's checkpoint was measured on held-out triplets. */
  public boolean hasHeldOut(long step) throws IOException {
    return scores().containsKey(step);
  }

  private Map<Long, Double> scores() throws IOException {
    Map<Long, Double> scores = new LinkedHashMap<>();
    for (JsonNode line : lines()) {
      if (line.path(SCORE).isNumber()) {
        scores.put(line.path(STEP).asLong(), line.path(SCORE).asDouble());
      }
    }
    return scores;
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        lines.add(Json.RECORDS.parse(line, JsonNode.class));
      }
    }
    return lines;
  }
}
