package org.recyclegan.recycle.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.video.InputException;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.excerpt.Excerpt;

/**
 * Where a run comes from, as far as it can be said: enough to repeat it.
 *
 * @param tool name and version of the program
 * @param commit of the program's sources, or {@code unknown}
 * @param commandLine as it was given
 * @param seed that decides everything random
 * @param started UTC, ISO 8601
 * @param java version of the Java runtime
 * @param system operating system and processor architecture
 * @param processors that the runtime may use
 * @param engine of the tensors, with its version
 * @param inputsA SHA-256 of domain A's inputs by absolute path; of a folder, over its files' names
 *     and hashes; path and hash of a part are followed by the marks of an {@link Excerpt}
 * @param inputsB likewise for domain B
 * @param extensions longer budgets that the run was given later, in order; of most runs none
 */
public record Provenance(
    String tool,
    String commit,
    List<String> commandLine,
    long seed,
    String started,
    String java,
    String system,
    int processors,
    String engine,
    Map<String, String> inputsA,
    Map<String, String> inputsB,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Extension> extensions) {

  private static final String EXTENSIONS = "extensions";

  /**
   * A longer budget for a run that was begun with another.
   *
   * @param step that was done then
   * @param before the budget until then
   * @param now the budget from then on
   * @param schedule what became of the learning rate, in words
   */
  public record Extension(long step, Budget before, Budget now, String schedule) {}

  /** Copies the list. */
  public Provenance {
    extensions = List.copyOf(extensions);
  }

  /** Of a run that was never extended. */
  public Provenance(
      String tool,
      String commit,
      List<String> commandLine,
      long seed,
      String started,
      String java,
      String system,
      int processors,
      String engine,
      Map<String, String> inputsA,
      Map<String, String> inputsB) {
    this(
        tool,
        commit,
        commandLine,
        seed,
        started,
        java,
        system,
        processors,
        engine,
        inputsA,
        inputsB,
        List.of());
  }

  /**
   * Reads the record; of one that was never extended, the list is missing.
   *
   * @throws JsonProcessingException if the text is not JSON, or not of this form
   */
  public static Provenance read(String text) throws JsonProcessingException {
    JsonNode tree = Json.RECORDS.parse(text, JsonNode.class);
    if (tree instanceof ObjectNode object && !object.has(EXTENSIONS)) {
      object.putArray(EXTENSIONS);
    }
    return Json.RECORDS.parse(tree.toString(), Provenance.class);
  }

  /** Returns this with one extension more. */
  Provenance extended(Extension extension) {
    List<Extension> all = new ArrayList<>(extensions);
    all.add(extension);
    return with(commandLine, inputsA, inputsB, all);
  }

  private Provenance with(
      List<String> newCommandLine,
      Map<String, String> newA,
      Map<String, String> newB,
      List<Extension> newExtensions) {
    return new Provenance(
        tool,
        commit,
        newCommandLine,
        seed,
        started,
        java,
        system,
        processors,
        engine,
        newA,
        newB,
        newExtensions);
  }

  /** Facts about the program. */
  public record Program(String tool, String commit, List<String> commandLine) {

    /** A program that uses these services as a library and does not say which it is. */
    public static final Program LIBRARY = new Program("recyclegan library", "unknown", List.of());
  }

  /**
   * Collects what can be found out here and now.
   *
   * @param program name, commit and command line
   * @param engine of the tensors
   * @param seed that decides everything random
   * @param a domain A's files or folders
   * @param b domain B's files or folders
   * @throws InputException if an input does not exist
   * @throws IOException if an input cannot be read
   */
  public static Provenance collect(
      Program program, String engine, long seed, List<Path> a, List<Path> b) throws IOException {
    return collect(program, engine, seed, hashes(a), hashes(b));
  }

  /**
   * Collects what can be found out here and now, of inputs that are hashed already.
   *
   * @param program name, commit and command line
   * @param engine of the tensors
   * @param seed that decides everything random
   * @param a domain A's inputs, as {@link #hashes} returns them
   * @param b domain B's inputs
   */
  public static Provenance collect(
      Program program, String engine, long seed, Map<String, String> a, Map<String, String> b) {
    return new Provenance(
        program.tool(),
        program.commit(),
        program.commandLine(),
        seed,
        Instant.now().toString(),
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        engine,
        a,
        b);
  }

  /**
   * Hashes inputs as {@link #inputsA()} has them.
   *
   * @param inputs files or folders
   * @return SHA-256 by absolute path, both followed by the marks of an {@link Excerpt}
   * @throws InputException if an input does not exist
   * @throws IOException if an input cannot be read
   */
  public static Map<String, String> hashes(List<Path> inputs) throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (Path input : inputs) {
      Excerpt excerpt = Excerpt.of(input);
      Path file = excerpt.file();
      if (!Files.exists(file) && !input.toString().equals("-")) {
        throw new InputException(
            "The input " + input,
            "a video file or a folder of pictures",
            "nothing of that name",
            "Check the path.");
      }
      VideoReader.requireReadable(file);
      hashes.put(
          excerpt.name().toAbsolutePath().normalize().toString(), hash(file) + excerpt.marks());
    }
    return hashes;
  }

  /**
   * Returns this for a file that leaves the machine: a path would reveal it.
   *
   * @return the same without the folders of the inputs and of the paths in the command line
   */
  Provenance withoutFolders() {
    return with(
        commandLine.stream().map(Provenance::withoutFolder).toList(),
        withoutFolders(inputsA),
        withoutFolders(inputsB),
        extensions);
  }

  private static Map<String, String> withoutFolders(Map<String, String> hashes) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Map.Entry<String, String> input : hashes.entrySet()) {
      String name = withoutFolder(input.getKey());
      String unused = name;
      for (int i = 2; names.containsKey(unused); i++) {
        unused = name + " (" + i + ")";
      }
      names.put(unused, input.getValue());
    }
    return names;
  }

  /** An option that is joined to its value keeps its name. */
  private static String withoutFolder(String argument) {
    int value = argument.indexOf('=') + 1;
    int name = Math.max(argument.lastIndexOf('/'), argument.lastIndexOf('\\')) + 1;
    return name <= value ? argument : argument.substring(0, value) + argument.substring(name);
  }

  private static String hash(Path input) throws IOException {
    if (!Files.isDirectory(input)) {
      return MoreFiles.asByteSource(input).hash(Hashing.sha256()).toString();
    }
    var hasher = Hashing.sha256().newHasher();
    try (Stream<Path> files = Files.list(input)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        hasher.putUnencodedChars(file.getFileName().toString());
        hasher.putBytes(MoreFiles.asByteSource(file).hash(Hashing.sha256()).asBytes());
      }
    }
    return hasher.hash().toString();
  }
}
