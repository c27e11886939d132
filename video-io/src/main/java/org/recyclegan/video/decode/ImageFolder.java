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
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.VideoInfo;

/**
 * A folder of pictures as a video: in natural order of their names, one tick apart, whatever the
 * gaps in their numbers. A picture that cannot be decoded leaves out its frame, not its moment.
 */
public final class ImageFolder implements FrameSource {

  private static final ImmutableSet<String> EXTENSIONS =
      ImmutableSet.of("png", "jpg", "jpeg", "bmp", "ppm", "webp", "tif", "tiff");

  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,18})\\D*$");

  /** What a person is told that a folder should hold. */
  public static final String EXPECTED = "files ending in one of " + String.join(", ", EXTENSIONS);

  private final ImmutableList<Path> files;
  private final ReadOptions options;
  private final List<String> warnings = new ArrayList<>();
  private final VideoInfo info;
  private @Nullable Frame first;
  private final Path firstFile;
  private int position;

  private ImageFolder(Path folder, ReadOptions options) throws IOException {
    // Each picture is a codec of its own, so more threads would only be started and stopped.
    this.options = options.withCodecThreads(1);
    this.files = pictures(folder);
    options.limits().requireFrames(folder.toString(), files.size());
    Frame found = decodeNext();
    if (found == null) {
      throw new InputException(
          folder + ": no picture in it can be decoded",
          "at least one intact picture",
          files.size() + " damaged ones",
          "Check the files; the first problem is: " + warnings.get(0));
    }
    this.first = found;
    this.firstFile = files.get(position - 1);
    warnOfGaps(folder);
    this.info =
        new VideoInfo(
            found.width(),
            found.height(),
            options.pictureRate(),
            options.pictureRate().timeBase(),
            OptionalLong.of(files.size()),
            false);
  }

  /** A step wider than the usual one is a gap: pictures that were there once, perhaps. */
  private void warnOfGaps(Path folder) {
    List<Long> steps = new ArrayList<>();
    for (int i = 1; i < files.size(); i++) {
      OptionalLong before = number(files.get(i - 1));
      OptionalLong after = number(files.get(i));
      if (before.isEmpty() || after.isEmpty()) {
        return;
      }
      steps.add(after.getAsLong() - before.getAsLong());
    }
    long usual = steps.stream().mapToLong(Long::longValue).min().orElse(1);
    long gaps = steps.stream().filter(step -> step > usual).count();
    if (gaps > 0) {
      warnings.add(
          folder
              + ": numbers are missing in "
              + gaps
              + " places; the pictures on both sides are taken as following each other.");
    }
  }

  /** The last number in a name. */
  private static OptionalLong number(Path file) {
    Matcher matcher = LAST_NUMBER.matcher(name(file));
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /**
   * Opens a folder and decodes its first picture.
   *
   * @throws InputException if there is no picture in it that can be decoded
   */
  static ImageFolder open(Path folder, ReadOptions options) throws IOException {
    return new ImageFolder(folder, options);
  }

  /** Returns the pictures in a folder in their order, at least one. */
  static ImmutableList<Path> pictures(Path folder) throws IOException {
    ImmutableList<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files =
          entries
              .filter(ImageFolder::isPicture)
              .sorted(Comparator.comparing(ImageFolder::name, NaturalOrder.INSTANCE))
              .collect(ImmutableList.toImmutableList());
    }
    if (files.isEmpty()) {
      throw new InputException(
          folder + ": a folder without pictures",
          EXPECTED,
          "none",
          "Give a video file, or a folder of numbered pictures.");
    }
    return files;
  }

  @Override
  public VideoInfo info() {
    return info;
  }

  @Override
  public @Nullable Frame next() throws IOException {
    Frame frame = first == null ? decodeNext() : first;
    first = null;
    if (frame != null && (frame.width() != info.width() || frame.height() != info.height())) {
      throw new InputException(
          files.get(position - 1) + ": differs in size from the pictures before it",
          info.width() + "x" + info.height() + " as in " + name(firstFile),
          frame.width() + "x" + frame.height(),
          "Give all pictures of the folder the same size.");
    }
    return frame;
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void close() {
    first = null;
    position = files.size();
  }

  /** Returns the first picture that can be decoded. */
  Path firstFile() {
    return firstFile;
  }

  private @Nullable Frame decodeNext() throws IOException {
    while (position < files.size()) {
      Path file = files.get(position);
      long pts = position;
      position++;
      try (FfmpegSource picture = FfmpegSource.open(file, options)) {
        Frame frame = picture.next();
        for (String warning : picture.warnings()) {
          warnings.add(name(file) + ": " + warning);
        }
        if (frame != null) {
          return new Frame(frame.width(), frame.height(), frame.rgb(), pts);
        }
      } catch (InputException e) {
        warnings.add("A picture is left out. " + e.getMessage());
      }
    }
    return null;
  }

  /** Returns whether a file is taken for a picture, by its name. */
  public static boolean isPicture(Path file) {
    String extension = MoreFiles.getFileExtension(file).toLowerCase(Locale.ROOT);
    // Hidden files beside pictures are previews and resource forks, not frames.
    return EXTENSIONS.contains(extension)
        && !name(file).startsWith(".")
        && Files.isRegularFile(file);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
