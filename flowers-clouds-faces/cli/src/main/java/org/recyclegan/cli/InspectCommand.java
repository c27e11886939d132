package org.recyclegan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.cli.inspect.Inspection;
import org.recyclegan.cli.inspect.IsolatedInspector;
import org.recyclegan.cli.inspect.VideoInspector;
import org.recyclegan.cli.options.ReadingOptions;
import org.recyclegan.json.Json;
import org.recyclegan.video.ReadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes a file or a run. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    header = "Describe a video, a folder of pictures or a run.",
    description = {
      "",
      "For a video that this program made, also compares it with its provenance file:",
      "match, changed or absent.",
      ""
    })
final class InspectCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "FILE_OR_RUN", description = "A video, a folder of pictures, a run.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private Path path;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private ReadingOptions reading;

  InspectCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    ReadOptions options = reading.options();
    Inspection inspection =
        reading.isolate()
            ? IsolatedInspector.inspect(path, options)
            : VideoInspector.inspect(path, options);
    if (json) {
      invocation.out().println(Json.RESULTS.text(inspection));
    } else {
      print(inspection, invocation.out());
    }
    return ExitCode.OK;
  }

  static void print(Inspection inspection, PrintWriter out) {
    out.println(inspection.path() + ": " + inspection.kind());
    int width = inspection.facts().keySet().stream().mapToInt(String::length).max().orElse(0);
    for (Map.Entry<String, Object> fact : inspection.facts().entrySet()) {
      String label = fact.getKey().replace('_', ' ');
      // Built by hand: %-0s is no format.
      String padding = " ".repeat(width - label.length());
      out.println(String.format(Locale.ROOT, "  %s%s  %s", label, padding, text(fact.getValue())));
    }
    inspection.warnings().forEach(warning -> out.println("  warning: " + warning));
  }

  /** Nested facts in one line, as people write lists. */
  private static String text(Object fact) {
    if (fact instanceof Map<?, ?> facts) {
      StringJoiner parts = new StringJoiner(", ");
      facts.forEach(
          (name, value) -> parts.add(String.valueOf(name).replace('_', ' ') + " " + value));
      return parts.toString();
    }
    if (fact instanceof Collection<?> values) {
      return values.isEmpty()
          ? "none"
          : values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return String.valueOf(fact);
  }
}
