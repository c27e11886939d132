package org.recyclegan.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.store.FrameStore;

/**
 * Reads files to check that they are complete. Hidden files are unfinished by name and are skipped;
 * every other kind of file needs a check here.
 */
final class WholeFiles {

  /** Reads a file and throws where it is not whole. */
  private interface Check {
    void of(Path file) throws IOException;
  }

  private static final ObjectMapper MAPPER = Json.builder().build();

  private static final Map<String, Check> CHECKS =
      Map.ofEntries(
          Map.entry("safetensors", WholeFiles::checkpoint),
          Map.entry("frames", file -> FrameStore.open(file).close()),
          Map.entry("json", file -> json(Files.readString(file))),
          Map.entry("jsonl", WholeFiles::jsonLines),
          Map.entry("html", WholeFiles::page),
          Map.entry("txt", WholeFiles::lines),
          Map.entry("md", WholeFiles::lines),
          Map.entry("csv", WholeFiles::lines),
          Map.entry("png", WholeFiles::video),
          Map.entry("jpg", WholeFiles::video),
          Map.entry("mp4", WholeFiles::video),
          Map.entry("mkv", WholeFiles::video),
          Map.entry("webm", WholeFiles::video));

  private WholeFiles() {}

  /**
   * Lists the files below a folder that have their final names.
   *
   * @return none if there is no such folder
   */
  static List<Path> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads every file below a folder that has its final name.
   *
   * @return how many there were
   * @throws SoakException if one is not whole
   */
  static int check(Path folder) throws IOException {
    List<Path> files = below(folder);
    for (Path file : files) {
      Check check = CHECKS.get(MoreFiles.getFileExtension(file));
      if (check == null) {
        throw new SoakException(file + ": no check is defined for this kind of file");
      }
      try {
        check.of(file);
      } catch (IOException | RuntimeException e) {
        throw new SoakException(file + " is not whole: " + e.getMessage(), e);
      }
    }
    return files.size();
  }

  /** Reads JSON, whole or as a line of a file. */
  static JsonNode json(String text) throws IOException {
    return MAPPER.readTree(text);
  }

  private static void checkpoint(Path file) throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      checkpoint.verify();
    }
  }

  private static void jsonLines(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      json(line);
    }
    lines(file);
  }

  /** A file that only grows may have been made and have no line yet. */
  private static void lines(Path file) throws IOException {
    if (Files.size(file) > 0) {
      requireEnd(file, "\n");
    }
  }

  private static void page(Path file) throws IOException {
    requireEnd(file, "</html>\n");
  }

  private static void requireEnd(Path file, String end) throws IOException {
    if (!Files.readString(file).endsWith(end)) {
      throw new IOException("its end is missing");
    }
  }

  private static void video(Path file) throws IOException {
    try (FrameSource source = VideoReader.open(file)) {
      int frames = 0;
      while (source.next() != null) {
        frames++;
      }
      if (frames == 0 || !source.warnings().isEmpty()) {
        throw new IOException(frames + " frames, " + source.warnings());
      }
    }
  }
}
