package org.recyclegan.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what two commands made, file by file and byte by byte, except for times: durations,
 * logs, and pages that show them.
 */
final class SameResults {

  /** Hold times or the folder's own name. */
  private static final Set<String> TELL_THE_TIME = Set.of("txt", "html", "json", "md");

  /** Sample sheets copied for a run's live page, which the clock refreshes: some or others. */
  private static final String LIVE_PICTURE = Path.of("report-files", "training-step-").toString();

  private static final String SECONDS = "seconds";

  private SameResults() {}

  /**
   * Compares two folders.
   *
   * @throws SoakException if they differ
   */
  static void require(Path expected, Path found) throws IOException {
    Set<String> names = names(expected);
    Set<String> others = names(found);
    if (!names.equals(others)) {
      throw new SoakException(
          found
              + ": missing "
              + Sets.difference(names, others)
              + ", left over "
              + Sets.difference(others, names));
    }
    for (String name : names) {
      if (!same(expected.resolve(name), found.resolve(name))) {
        throw new SoakException(found.resolve(name) + " differs from " + expected.resolve(name));
      }
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    return WholeFiles.below(folder).stream()
        .filter(file -> !file.toString().contains(LIVE_PICTURE))
        .map(file -> folder.relativize(file).toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean same(Path expected, Path found) throws IOException {
    String kind = MoreFiles.getFileExtension(expected);
    return switch (kind) {
      case "safetensors" -> tensors(expected).equals(tensors(found));
      case "jsonl" -> statistics(expected).equals(statistics(found));
      default -> TELL_THE_TIME.contains(kind) || Files.mismatch(expected, found) < 0;
    };
  }

  /** Everything after the header, which says how long the training took. */
  private static ByteBuffer tensors(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.position(Math.toIntExact(Long.BYTES + bytes.getLong(0))).slice();
  }

  private static List<JsonNode> statistics(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = WholeFiles.json(line);
      if (node instanceof ObjectNode object) {
        object.remove(SECONDS);
      }
      lines.add(node);
    }
    return lines;
  }
}
