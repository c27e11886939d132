package org.recyclegan.eval.scores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recyclegan.eval.stats.Interval;
import org.recyclegan.files.WholeFile;

/**
 * Scores as a table, one metric a row and one for each of its details, UTF-8, after RFC 4180:
 * fields with a comma, a quote or a line break are quoted, lines end with CR LF. Numbers have a
 * decimal point in every country and read back bit for bit; what is not known is empty.
 */
public final class ScoresCsv {

  private static final String HEADER =
      "name,value,unit,direction,low,high,level,frames,not_applicable,interval_method,protocol";

  private ScoresCsv() {}

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
   * @return a header and one line a metric
   */
  public static String text(Scores scores) {
    return scores.metrics().stream()
        .flatMap(ScoresCsv::lines)
        .collect(Collectors.joining("\r\n", HEADER + "\r\n", "\r\n"));
  }

  private static Stream<String> lines(MetricResult result) {
    return Stream.concat(
        Stream.of(line(result)),
        result.details().entrySet().stream().map(detail -> line(detailOf(result, detail))));
  }

  private static MetricResult detailOf(MetricResult result, Map.Entry<String, Double> detail) {
    return new MetricResult(
        result.name() + "." + detail.getKey(),
        result.protocol(),
        OptionalDouble.of(detail.getValue()),
        Optional.empty(),
        result.unit(),
        result.direction(),
        Optional.empty(),
        result.frames(),
        Map.of());
  }

  private static String line(MetricResult result) {
    Optional<Interval> interval = result.interval();
    return List.of(
            result.name(),
            result.value().isPresent() ? Double.toString(result.value().getAsDouble()) : "",
            result.unit(),
            result.direction().word(),
            interval.map(found -> Double.toString(found.low())).orElse(""),
            interval.map(found -> Double.toString(found.high())).orElse(""),
            interval.map(found -> Double.toString(found.level())).orElse(""),
            Long.toString(result.frames()),
            result.notApplicable().orElse(""),
            interval.map(Interval::method).orElse(""),
            result.protocol())
        .stream()
        .map(ScoresCsv::field)
        .collect(Collectors.joining(","));
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
