package org.recyclegan.eval.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.json.JsonFault;
import org.recyclegan.video.InputException;

/**
 * The folder of a report: {@code report.json}, {@code report.html} made from it, and the videos and
 * pictures that both name, in {@code report-files/}.
 *
 * <pre>
 *   {"schema": "recyclegan-report", "version": 2, "report": {…the components of Report…}}
 * </pre>
 */
public final class ReportFolder {

  /** Raised when a reader of the old form would misunderstand the new one. */
  public static final int VERSION = 2;

  /** The page's name. */
  public static final String PAGE = "report.html";

  /** Where videos and pictures are, relative to the report's folder. */
  public static final String FILES = "report-files";

  /** Name of the file that the page is made from. */
  public static final String DATA = "report.json";

  private static final String SCHEMA = "recyclegan-report";
  private static final ObjectMapper MAPPER =
      Json.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final Path folder;

  /**
   * Names a folder.
   *
   * @param folder of the report; made when it is written
   */
  public ReportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the data and the page, each whole or not at all.
   *
   * @param report whose videos and pictures are in the folder already
   * @throws IOException if something cannot be read or written
   */
  public Path write(Report report) throws IOException {
    Files.createDirectories(folder);
    ObjectNode root = MAPPER.createObjectNode().put("schema", SCHEMA).put("version", VERSION);
    root.set("report", MAPPER.valueToTree(report));
    write(DATA, root.toPrettyString() + "\n");
    write(PAGE, new Page(report, folder).html());
    return folder.resolve(PAGE);
  }

  /**
   * Reads the data back.
   *
   * @throws InputException if there is none of this version
   * @throws IOException if reading fails
   */
  public Report read() throws IOException {
    Path file = folder.resolve(DATA);
    try {
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      if (!SCHEMA.equals(root.path("schema").asText()) || root.path("version").asInt() != VERSION) {
        throw unusable(file, "another schema or version", new IllegalArgumentException(DATA));
      }
      return MAPPER.treeToValue(root.path("report"), Report.class);
    } catch (JsonProcessingException e) {
      throw unusable(file, JsonFault.of(e), e);
    } catch (CharConversionException e) {
      throw unusable(file, "bytes that are no text", e);
    }
  }

  private static InputException unusable(Path file, String found, Exception cause) {
    return new InputException(
        file + ": not a report",
        SCHEMA + " of version " + VERSION,
        found,
        "Make the report again.",
        cause);
  }

  private void write(String name, String text) throws IOException {
    WholeFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
