package org.recyclegan.video.decode;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recyclegan.video.InputException;

/**
 * What is in a folder of pictures: the pictures in natural order of their names, and what is not
 * taken, so that it can be said.
 *
 * @param folder itself
 * @param pictures that are read
 * @param videos that are not, though they are what the folder may be about
 * @param others how many there are of every other kind
 */
public record FolderContents(
    Path folder, ImmutableList<Path> pictures, List<Path> videos, Map<String, Integer> others) {

  private static final ImmutableSet<String> PICTURES =
      ImmutableSet.of("png", "jpg", "jpeg", "bmp", "ppm", "webp", "tif", "tiff");

  private static final ImmutableSet<String> VIDEOS =
      ImmutableSet.of(
          "3gp", "asf", "avi", "flv", "gif", "m2ts", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg",
          "mts", "mxf", "ogv", "ts", "vob", "webm", "wmv", "y4m");

  /** Files that file managers and this program write beside pictures. */
  private static final ImmutableSet<String> BESIDES =
      ImmutableSet.of("desktop.ini", "thumbs.db", "timestamps.csv");

  private static final int MOST_NAMED = 3;

  /** The expected content of a folder, for messages. */
  public static final String EXPECTED = "files ending in one of " + String.join(", ", PICTURES);

  /** Looks into a folder, not below it. */
  public static FolderContents of(Path folder) throws IOException {
    List<Path> pictures = new ArrayList<>();
    List<Path> videos = new ArrayList<>();
    Map<String, Integer> others = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        String name = name(entry);
        if (isPicture(entry)) {
          pictures.add(entry);
        } else if (VIDEOS.contains(extension(entry)) && Files.isRegularFile(entry)) {
          videos.add(entry);
        } else if (!name.startsWith(".") && !BESIDES.contains(name.toLowerCase(Locale.ROOT))) {
          others.merge(kind(entry), 1, Integer::sum);
        }
      }
    }
    pictures.sort(Comparator.comparing(FolderContents::name, NaturalOrder.INSTANCE));
    videos.sort(Comparator.comparing(FolderContents::name, NaturalOrder.INSTANCE));
    return new FolderContents(folder, ImmutableList.copyOf(pictures), videos, others);
  }

  private static String kind(Path entry) {
    if (Files.isDirectory(entry)) {
      return "folders";
    }
    String extension = extension(entry);
    return extension.isEmpty() ? "without an extension" : "." + extension;
  }

  /**
   * Checks that the pictures are what the folder is about.
   *
   * @throws InputException if there is none, or only one beside videos, as players leave it
   */
  void requirePictures() throws InputException {
    if (pictures.size() > (videos.isEmpty() ? 0 : 1)) {
      return;
    }
    if (!videos.isEmpty()) {
      throw new InputException(
          folder + ": a folder of videos, not of pictures",
          "a video file, or a folder of numbered pictures",
          videos.size()
              + " videos ("
              + named(videos)
              + ")"
              + (pictures.isEmpty() ? "" : " and the picture " + name(pictures.get(0))),
          "Name the videos themselves, such as " + videos.get(0) + ".");
    }
    throw new InputException(
        folder + ": a folder without pictures",
        EXPECTED,
        others.isEmpty() ? "none" : "only " + otherKinds(),
        "Give a video file, or a folder of numbered pictures.");
  }

  /** Returns what is left out, in sentences for the user. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!videos.isEmpty()) {
      notes.add(
          "The folder is read as pictures; its "
              + videos.size()
              + " videos are not read: "
              + named(videos)
              + ".");
    }
    if (!others.isEmpty()) {
      notes.add(
          "Not taken from the folder, since they are no pictures that are read: "
              + otherKinds()
              + ".");
    }
    return notes;
  }

  private static String named(List<Path> files) {
    List<String> names = files.stream().limit(MOST_NAMED).map(FolderContents::name).toList();
    return String.join(", ", names) + (files.size() > MOST_NAMED ? " and more" : "");
  }

  private String otherKinds() {
    return String.join(
        ", ",
        others.entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey()).toList());
  }

  /** Returns whether a file is taken for a picture, by its name. */
  public static boolean isPicture(Path file) {
    // Hidden files beside pictures are previews and resource forks, not frames.
    return PICTURES.contains(extension(file))
        && !name(file).startsWith(".")
        && Files.isRegularFile(file);
  }

  private static String extension(Path file) {
    return MoreFiles.getFileExtension(file).toLowerCase(Locale.ROOT);
  }

  public static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
