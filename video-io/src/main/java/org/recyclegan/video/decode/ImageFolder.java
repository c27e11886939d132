package org.recyclegan.video.decode;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.ReadOptions;
import org.recyclegan.video.VideoInfo;

/**
 * A folder of pictures as a video: in natural order of their names, one tick apart, also across
 * gaps in their numbers. A picture that cannot be decoded omits its frame, not its moment.
 */
public final class ImageFolder implements FrameSource {

  private static final int MOST_SHOTS_NAMED = 5;

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
    FolderContents contents = FolderContents.of(folder);
    contents.requirePictures();
    this.files = contents.pictures();
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
    warnings.addAll(contents.notes());
    noteNames();
    this.info =
        new VideoInfo(
            found.width(),
            found.height(),
            options.pictureRate(),
            options.pictureRate().timeBase(),
            OptionalLong.of(files.size()),
            false);
  }

  private void noteNames() {
    NumberedNames names = names(files);
    if (!names.shotStarts().isEmpty()) {
      warnings.add(
          "The names number "
              + names.shots().size()
              + " shots ("
              + String.join(
                  ", ", names.shots().subList(0, Math.min(MOST_SHOTS_NAMED, names.shots().size())))
              + (names.shots().size() > MOST_SHOTS_NAMED ? " and more" : "")
              + "), which follow each other; in training each is a clip of its own.");
    }
    if (names.gaps() > 0) {
      warnings.add(
          "Numbers are missing in "
              + names.gaps()
              + " places; the pictures on both sides are taken as following each other.");
    }
  }

  private static NumberedNames names(List<Path> files) {
    return NumberedNames.of(files.stream().map(FolderContents::name).toList());
  }

  /**
   * Returns the times of the pictures with which a shot begins, but the first, as the names tell.
   */
  public static ImmutableIntArray shotStarts(Path folder) throws IOException {
    return names(FolderContents.of(folder).pictures()).shotStarts();
  }

  /**
   * Opens a folder and decodes its first picture.
   *
   * @throws InputException if there is no picture in it that can be decoded
   */
  static ImageFolder open(Path folder, ReadOptions options) throws IOException {
    return new ImageFolder(folder, options);
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
          return new Frame(
              frame.width(), frame.height(), frame.rgb(), pts, /* duration= */ 1, frame.damaged());
        }
      } catch (InputException e) {
        warnings.add("A picture is left out. " + e.getMessage());
      }
    }
    return null;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
