package org.recyclegan.recycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recyclegan.video.WholeFile;

/**
 * A run's {@code stats.jsonl}: a line of JSON for every so many steps, with {@code step} and {@code
 * losses}, and one for every checkpoint that was measured on held-out triplets, with {@code step},
 * {@code heldOut} and {@code heldOutScore}.
 */
final class StatsFile {

  private static final String STEP = "step";

  /** What the best checkpoint has least of. */
  private static final String SCORE = "heldOutScore";

  private final Path file;

  StatsFile(Path file) {
    this.file = file;
  }

  /** Appends a line. */
  void append(Map<String, Object> line) throws IOException {
    Files.writeString(
        file, Json.compact(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Appends errors on held-out triplets. */
  void appendHeldOut(long step, Map<String, Double> errors, double score) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(STEP, step);
    line.put("heldOut", errors);
    line.put(SCORE, score);
    append(line);
  }

  /** Drops the lines after a step: they will be written again. */
  void rewind(long step) throws IOException {
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
      return Json.read(line, JsonNode.class).path(STEP).asLong(Long.MAX_VALUE);
    } catch (JsonProcessingException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Returns the least score; infinite where there is none. */
  double leastScore() throws IOException {
    double least = Double.POSITIVE_INFINITY;
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        JsonNode score = Json.read(line, JsonNode.class).path(SCORE);
        least = score.isNumber() ? Math.min(least, score.asDouble()) : least;
      }
    }
    return least;
  }
}
