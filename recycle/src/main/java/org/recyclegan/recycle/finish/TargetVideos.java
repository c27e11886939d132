package org.recyclegan.recycle.finish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.video.InputException;
import org.recyclegan.video.excerpt.Excerpt;

/** Finds the videos that a run has learnt to make, by their contents. */
public final class TargetVideos {

  /** Reading through more than that to find a lost one would take longer than naming it. */
  private static final int MOST_SUSPECTS = 50;

  private TargetVideos() {}

  /**
   * Takes videos that the user names, whether or not the run knows them.
   *
   * @param files videos or folders of pictures, at least one
   * @return with their hashes, in the given order
   * @throws InputException if one does not exist
   * @throws IOException if one cannot be read
   */
  public static List<TargetVideo> given(List<Path> files) throws IOException {
    List<TargetVideo> videos = new ArrayList<>();
    for (Map.Entry<String, String> entry : Provenance.hashes(files).entrySet()) {
      videos.add(new TargetVideo(Path.of(entry.getKey()), entry.getValue()));
    }
    return videos;
  }

  /**
   * Finds a run's inputs. One that is not where it was is looked for by its contents in its old
   * folder, beside the run and in the given folders.
   *
   * @param inputs of a domain, as the run's provenance has them: SHA-256 by absolute path
   * @param folders to look in as well
   * @return as they are now
   * @throws InputException if one was changed or is not found
   * @throws IOException if a folder cannot be read
   */
  public static List<TargetVideo> of(Map<String, String> inputs, List<Path> folders)
      throws IOException {
    List<TargetVideo> videos = new ArrayList<>();
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      videos.add(find(Path.of(input.getKey()), input.getValue(), folders));
    }
    return videos;
  }

  private static TargetVideo find(Path path, String sha256, List<Path> folders) throws IOException {
    boolean there = Files.exists(Excerpt.of(path).file());
    if (there && hash(path).equals(sha256)) {
      return new TargetVideo(path, sha256);
    }
    int marks = sha256.indexOf('#');
    Optional<Path> moved =
        marks < 0 ? moved(path, sha256, folders) : movedPart(path, sha256, marks, folders);
    if (moved.isPresent()) {
      return new TargetVideo(moved.get(), sha256);
    }
    throw new InputException(
        path + ": its frames cannot be shown",
        "the video that the run was trained on",
        there ? "a file that was changed since" : "nothing of that name, nor its contents nearby",
        "Put it back, name the videos to take frames from with `frames-from`, or choose another"
            + " `finish`.");
  }

  /** Of a part the whole file is looked for. */
  private static Optional<Path> movedPart(Path path, String sha256, int marks, List<Path> folders)
      throws IOException {
    String excerpt = sha256.substring(marks);
    String name = String.valueOf(path.getFileName());
    Path file =
        name.endsWith(excerpt)
            ? path.resolveSibling(name.substring(0, name.length() - excerpt.length()))
            : path;
    return moved(file, sha256.substring(0, marks), folders)
        .map(found -> found.resolveSibling(found.getFileName() + excerpt));
  }

  private static Optional<Path> moved(Path path, String sha256, List<Path> folders)
      throws IOException {
    Set<Path> places = new LinkedHashSet<>();
    if (path.getParent() != null) {
      places.add(path.getParent());
    }
    folders.forEach(folder -> places.add(folder.toAbsolutePath().normalize()));
    String name = String.valueOf(path.getFileName());
    String extension = name.substring(name.lastIndexOf('.') + 1);
    for (Path place : places) {
      for (Path suspect : suspects(place, name, extension)) {
        if (hash(suspect).equals(sha256)) {
          return Optional.of(suspect);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns what may be the video under another name; first what has its own. */
  private static List<Path> suspects(Path folder, String name, String extension)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> suspects = new ArrayList<>();
    if (Files.exists(folder.resolve(name))) {
      suspects.add(folder.resolve(name));
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith("." + extension))
          .sorted()
          .limit(MOST_SUSPECTS)
          .forEach(suspects::add);
    }
    return suspects;
  }

  private static String hash(Path path) throws IOException {
    return Provenance.hashes(List.of(path)).values().iterator().next();
  }
}
