package org.recyclegan.video;

import java.util.Locale;

/** How to read a folder of pictures as training input. */
public enum FolderLayout {
  /**
   * {@link #TRIPLETS} if every picture is exactly three times as wide as high, which is what three
   * square frames side by side are; {@link #FRAMES} otherwise. The notes of the frame store say
   * which was chosen.
   */
  AUTO,

  /** The folder is one clip, each picture one frame of it. */
  FRAMES,

  /**
   * The layout of the published data sets: each picture, in the folder or below it, is three
   * consecutive frames side by side and a clip of its own.
   */
  TRIPLETS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
