package org.recyclegan.video.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;
import org.recyclegan.video.decode.FolderContents;

/** A folder of strips: each picture three consecutive frames side by side. */
final class StripFolder {

  private final Path folder;
  private final List<Path> pictures;

  private StripFolder(Path folder, List<Path> pictures) {
    this.folder = folder;
    this.pictures = pictures;
  }

  /** Lists the pictures in a folder and below it, in the order of their paths as strings. */
  static StripFolder of(Path folder) throws IOException {
    List<Path> pictures =
        InputFingerprint.filesBelow(folder).stream().filter(FolderContents::isPicture).toList();
    return new StripFolder(folder, pictures);
  }

  List<Path> pictures() {
    return pictures;
  }

  /**
   * Returns whether every picture that can be read has the shape of three square frames side by
   * side. One that has not settles it, so an ordinary folder costs one look.
   */
  boolean looksLikeStrips(FrameOpener opener) throws IOException {
    boolean any = false;
    for (Path picture : pictures) {
      try (FrameSource source = opener.open(picture)) {
        if (source.info().width() != Triplets.LENGTH * source.info().height()) {
          return false;
        }
        any = true;
      } catch (InputException damaged) {
        // Says nothing about the others; reading it will warn of it.
      }
    }
    return any;
  }

  /** Checks that there is anything to read. */
  void requirePictures() throws InputException {
    if (pictures.isEmpty()) {
      throw new InputException(
          folder.toString(),
          "pictures of three frames side by side, " + FolderContents.EXPECTED,
          "none",
          "Check the folder, or read it as frames.");
    }
  }

  /**
   * Decodes a strip.
   *
   * @throws InputException if it cannot be decoded
   */
  static Frame decode(Path picture, FrameOpener opener) throws IOException {
    try (FrameSource source = opener.open(picture)) {
      @Nullable Frame strip = source.next();
      if (strip == null) {
        throw new InputException(
            picture.toString(), "a picture", "nothing that decodes", "Remove the file.");
      }
      return strip;
    }
  }

  /**
   * Cuts a strip into its three frames, before resizing could blur their borders.
   *
   * @throws InputException if its width is not divisible by 3
   */
  static List<Frame> split(Path picture, Frame strip) throws InputException {
    if (strip.width() % Triplets.LENGTH != 0) {
      throw new InputException(
          picture.toString(),
          "three frames of one width side by side, so a width divisible by 3",
          new Size(strip.width(), strip.height()).toString(),
          "Remove the file, or read the folder as frames.");
    }
    int width = strip.width() / Triplets.LENGTH;
    int rowBytes = Clip.CHANNELS * width;
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < Triplets.LENGTH; i++) {
      byte[] rgb = new byte[rowBytes * strip.height()];
      for (int y = 0; y < strip.height(); y++) {
        int from = (y * Triplets.LENGTH + i) * rowBytes;
        System.arraycopy(strip.rgb(), from, rgb, y * rowBytes, rowBytes);
      }
      frames.add(new Frame(width, strip.height(), rgb, i));
    }
    return frames;
  }
}
