package org.recyclegan.studies.trials;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.worlds.Worlds;
import org.recyclegan.worlds.model.World;

/**
 * Guesses the content of the training videos if the user did not state it: faces, if one of them
 * lies in a folder of that name or beside the table of clips that {@code draw faces} made. It
 * prefers a superfluous label to a missing one; {@code --content} overrules it.
 */
public final class ContentGuess {

  private static final String FACES = "faces";
  private static final String TABLE = "state.csv";
  private static final int LONGEST_HEADER = 4096;

  private ContentGuess() {}

  /** Returns the configuration with its content settled. */
  public static TrainingConfig appliedTo(TrainingConfig config, List<Path> a, List<Path> b)
      throws IOException {
    if (config.data().content() != Content.AUTO) {
      return config;
    }
    Content content = Content.OTHER;
    for (Path input : Stream.concat(a.stream(), b.stream()).toList()) {
      if (liesAmongFaces(input) || wasDrawnAsFaces(input)) {
        content = Content.FACES;
      }
    }
    return config.withData(config.data().withContent(content));
  }

  private static boolean liesAmongFaces(Path input) {
    for (Path part : input.toAbsolutePath().normalize()) {
      if (part.toString().equalsIgnoreCase(FACES)) {
        return true;
      }
    }
    return false;
  }

  private static boolean wasDrawnAsFaces(Path input) throws IOException {
    Path table = input.toAbsolutePath().resolveSibling(TABLE);
    if (!Files.isRegularFile(table)) {
      return false;
    }
    // Latin-1 takes any bytes; the header is ASCII.
    try (BufferedReader reader = Files.newBufferedReader(table, StandardCharsets.ISO_8859_1)) {
      char[] start = new char[LONGEST_HEADER];
      int length = Math.max(0, reader.read(start));
      String header = new String(start, 0, length).lines().findFirst().orElse("");
      return Worlds.all().stream()
          .filter(World::showsFaces)
          .anyMatch(world -> header.endsWith("," + String.join(",", world.stateColumns())));
    }
  }
}
