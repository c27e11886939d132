package org.recyclegan.recycle.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.SidecarName;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.json.JsonFault;
import org.recyclegan.video.InputException;

/**
 * Where a retargeted video comes from: a file beside it, {@code OUT.provenance.json}, with a cut
 * name where that would be too long. Hashes are SHA-256; of a folder of pictures, over its files'
 * names and hashes.
 *
 * @param statement that the video is synthetic, for readers of the file
 * @param tool name and version of the program
 * @param commit of the program's sources, or {@code unknown}
 * @param created UTC, ISO 8601
 * @param model the checkpoint, or {@link Item#NO_NETWORK}
 * @param source what was retargeted
 * @param output what was made
 * @param parameters all that decided the result beside them, by name
 */
public record OutputProvenance(
    String statement,
    String tool,
    String commit,
    String created,
    Item model,
    Item source,
    Item output,
    Map<String, String> parameters) {

  /** First entry of the file. */
  private static final String STATEMENT =
      "Synthetic video: generated with Recycle-GAN for the JVM, not a recording";

  private static final String SUFFIX = ".provenance.json";

  /** Far more than any of ours. */
  private static final long LARGEST = 1 << 20;

  /**
   * A file or a folder.
   *
   * @param name without its folder: a path would reveal the machine
   * @param sha256 of its contents
   */
  public record Item(String name, String sha256) {

    /** In place of a checkpoint, where frames were chosen without any. */
    public static final Item NO_NETWORK = new Item("no network", "");

    /**
     * Reads a file or a folder of pictures.
     *
     * @param path of it
     * @return its name and hash
     * @throws IOException if it cannot be read
     */
    public static Item of(Path path) throws IOException {
      String sha256 = Provenance.hashes(List.of(path)).values().iterator().next();
      return new Item(String.valueOf(path.getFileName()), sha256);
    }
  }

  /** Copies the map, sorted by name. */
  public OutputProvenance {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** The result of comparing a video with its provenance file. */
  public enum State {
    /** It is what was written. */
    MATCH,
    /** It was changed since. */
    CHANGED,
    /** There is no such file. */
    ABSENT
  }

  /**
   * Returns where a video's provenance is.
   *
   * @param video file or folder
   * @return beside it
   */
  public static Path beside(Path video) {
    Path absolute = video.toAbsolutePath().normalize();
    return SidecarName.beside(absolute, "", SUFFIX);
  }

  /**
   * Checks that there can be such a file, before the work on its video.
   *
   * @param video file or folder to be written
   * @throws InputException if the file system does not take the names
   */
  public static void requireWritable(Path video) throws InputException {
    SidecarName.requireUsable(video.toAbsolutePath());
    SidecarName.requireUsable(beside(video));
  }

  /**
   * Writes the file beside a finished video, whole or not at all.
   *
   * @param program that made it
   * @param model its checkpoint
   * @param source what was retargeted, as it was when that began: by now it may be gone
   * @param output what was made
   * @param parameters all else that decided it
   * @throws IOException if something cannot be read or written
   */
  public static OutputProvenance write(
      Provenance.Program program,
      Item model,
      Item source,
      Path output,
      Map<String, String> parameters)
      throws IOException {
    OutputProvenance provenance =
        new OutputProvenance(
            STATEMENT,
            program.tool(),
            program.commit(),
            Instant.now().toString(),
            model,
            source,
            Item.of(output),
            parameters);
    WholeFile.write(
        beside(output), (Json.RECORDS.text(provenance) + "\n").getBytes(StandardCharsets.UTF_8));
    return provenance;
  }

  /**
   * Makes sure that the file beside a video can be written when the video is there.
   *
   * @param video that is about to be written
   * @param force whether a file that is none of ours may be replaced
   * @throws InputException if something else is in its place
   * @throws IOException if it cannot be read
   */
  public static void requireReplaceable(Path video, boolean force) throws IOException {
    Path file = beside(video);
    if (Files.isDirectory(file)) {
      throw new InputException(
          file + ": the place of the provenance is taken",
          "nothing, or what `recycle retarget` wrote",
          "a folder",
          "Choose another output, or move the folder away.");
    }
    try {
      if (!force) {
        of(video);
      }
    } catch (InputException e) {
      throw new InputException(
          file + ": the place of the provenance is taken",
          "nothing, or what `recycle retarget` wrote",
          "another file",
          "Choose another output, or `force` to replace the file.",
          e);
    }
  }

  /**
   * Removes the file beside a video that is about to be replaced: it would speak of another.
   *
   * @param output that is about to be replaced
   * @throws IOException if it cannot be removed
   */
  public static void remove(Path output) throws IOException {
    Files.deleteIfExists(beside(output));
  }

  /**
   * Reads the file beside a video.
   *
   * @param video file or folder
   * @return empty if there is none
   * @throws InputException if it is damaged
   * @throws IOException if it cannot be read
   */
  public static Optional<OutputProvenance> of(Path video) throws IOException {
    Path file = beside(video);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > LARGEST) {
      throw damaged(file, Files.size(file) + " bytes", null);
    }
    try {
      return Optional.of(Json.RECORDS.parse(Files.readString(file), OutputProvenance.class));
    } catch (JsonProcessingException e) {
      throw damaged(file, JsonFault.of(e), e);
    } catch (CharacterCodingException e) {
      throw damaged(file, "bytes that are no UTF-8 text", e);
    }
  }

  private static InputException damaged(Path file, String found, @Nullable IOException cause) {
    InputException refusal =
        new InputException(
            "The provenance " + file,
            "what `recycle retarget` writes",
            found,
            "Remove it, or get it and its video again.");
    if (cause != null) {
      refusal.initCause(cause);
    }
    return refusal;
  }

  /**
   * Compares a video with what is said of it.
   *
   * @param video file or folder
   * @throws IOException if something cannot be read, or the file beside it is damaged
   */
  public static State verify(Path video) throws IOException {
    Optional<OutputProvenance> said = of(video);
    if (said.isEmpty()) {
      return State.ABSENT;
    }
    return said.get().output().sha256().equals(Item.of(video).sha256())
        ? State.MATCH
        : State.CHANGED;
  }
}
