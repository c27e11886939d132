package org.recyclegan.studies.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recyclegan.eval.report.ReportFolder;
import org.recyclegan.eval.report.TrainingCurve;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;

/** What a run's folder records of its training. */
public final class TrainingRecord {

  /** Losses by step, one JSON object a line. */
  private static final String STATISTICS = "stats.jsonl";

  private static final Pattern SHEET = Pattern.compile("step-(\\d+)\\.png");

  /** More sheets would make the page large and show little more. */
  private static final int MAX_SHEETS = 12;

  private final Path run;

  public TrainingRecord(Path run) {
    this.run = run;
  }

  /**
   * Reads it, and copies the sheets that are shown into a report's folder.
   *
   * @param method how the page calls it
   * @param report folder of the report
   * @param stem that the sheets' copies begin with
   */
  public TrainingCurve read(String method, Path report, String stem) throws IOException {
    return new TrainingCurve(method, points("losses"), points("heldOut"), sheets(report, stem));
  }

  /** The lines that have numbers of a kind; those of the other kind would tear the curves. */
  private List<TrainingCurve.Point> points(String kind) throws IOException {
    Path file = run.resolve(STATISTICS);
    List<TrainingCurve.Point> points = new ArrayList<>();
    if (Files.exists(file)) {
      // Bytes that are no text cost their line, not the record.
      for (String line : new String(Files.readAllBytes(file), UTF_8).lines().toList()) {
        point(line, kind, points);
      }
    }
    return points;
  }

  private static void point(String line, String kind, List<TrainingCurve.Point> points) {
    try {
      JsonNode node = Json.RESULTS.parse(line, JsonNode.class);
      Map<String, Double> losses = new LinkedHashMap<>();
      node.path(kind).properties().forEach(e -> losses.put(e.getKey(), e.getValue().asDouble()));
      if (!losses.isEmpty()) {
        points.add(new TrainingCurve.Point(node.path("step").asLong(), losses));
      }
    } catch (JsonProcessingException e) {
      // A crash cut the line short; resuming drops it too.
    }
  }

  private List<TrainingCurve.Sheet> sheets(Path report, String stem) throws IOException {
    List<Path> all = allSheets();
    Path files = Files.createDirectories(report.resolve(ReportFolder.FILES));
    List<TrainingCurve.Sheet> shown = new ArrayList<>();
    int count = Math.min(MAX_SHEETS, all.size());
    for (int i = 0; i < count; i++) {
      // Evenly spread, the last one always.
      Path sheet = all.get((int) ((i + 1L) * all.size() / count) - 1);
      Matcher name = SHEET.matcher(sheet.getFileName().toString());
      if (name.matches()) {
        String copy = stem + "-" + sheet.getFileName();
        WholeFile.write(files.resolve(copy), part -> Files.copy(sheet, part));
        shown.add(
            new TrainingCurve.Sheet(
                Long.parseLong(name.group(1)), ReportFolder.FILES + "/" + copy));
      }
    }
    return shown;
  }

  private List<Path> allSheets() throws IOException {
    Path samples = run.resolve("samples");
    if (!Files.isDirectory(samples)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(samples)) {
      return files
          .filter(file -> SHEET.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }
}
