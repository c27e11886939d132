package org.recyclegan.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.recyclegan.cli.failure.ExitCode;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.Preset;
import picocli.CommandLine.Command;

/** Shows what the presets are. */
@Command(
    name = "presets",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Show the values that each preset starts from.",
    description = {
      "",
      "Shows every value of a training, by its name in a run's config.json. The options of",
      "`recycle train` change single values.",
      ""
    })
final class PresetsCommand implements Callable<Integer> {

  private final Invocation invocation;

  PresetsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    List<String> header = new ArrayList<>(List.of("value"));
    for (Preset preset : Preset.values()) {
      header.add(preset.toString());
      collect("", Json.RECORDS.tree(preset.config()), rows);
    }
    List<List<String>> table = new ArrayList<>();
    table.add(header);
    table.addAll(rows.values());
    TextTable.lines(table).forEach(invocation.out()::println);
    return ExitCode.OK;
  }

  private static void collect(String prefix, JsonNode node, Map<String, List<String>> rows) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = prefix + field.getKey();
      if (field.getValue().isObject()) {
        collect(name + ".", field.getValue(), rows);
      } else {
        rows.computeIfAbsent(name, key -> new ArrayList<>(List.of(key)))
            .add(field.getValue().asText());
      }
    }
  }
}
