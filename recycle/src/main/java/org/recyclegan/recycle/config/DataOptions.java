package org.recyclegan.recycle.config;

import org.recyclegan.video.FolderLayout;

/**
 * What the networks see of the videos.
 *
 * @param size side of the square crop that a triplet is trained on, in pixels
 * @param loadSize short side that frames are resized to before cropping, in pixels
 * @param stride frames from one of a triplet to the next
 * @param heldOut share at the end of every clip that is never trained on
 * @param layout how folders of pictures are read
 * @param content what the videos show
 */
public record DataOptions(
    int size, int loadSize, int stride, double heldOut, FolderLayout layout, Content content) {

  /** Below this the residual blocks have nothing to reflect. */
  public static final int SMALLEST_SIZE = 32;

  /** Above this a single step needs more memory than machines have. */
  public static final int LARGEST_SIZE = 2048;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public DataOptions {
    if (size < SMALLEST_SIZE || size > LARGEST_SIZE) {
      throw new IllegalArgumentException(
          "The training size must be from "
              + SMALLEST_SIZE
              + " to "
              + LARGEST_SIZE
              + " pixels, found "
              + size);
    }
    if (loadSize < size) {
      throw new IllegalArgumentException(
          "The load size must be at least the training size " + size + ", found " + loadSize);
    }
    if (stride < 1) {
      throw new IllegalArgumentException("The frame stride must be at least 1, found " + stride);
    }
    if (!(heldOut >= 0 && heldOut < 1)) {
      throw new IllegalArgumentException(
          "The held-out share must be at least 0 and below 1, found " + heldOut);
    }
  }

  /**
   * Options of any layout and content.
   *
   * @param size as {@link #size()}
   * @param loadSize as {@link #loadSize()}
   * @param stride as {@link #stride()}
   * @param heldOut as {@link #heldOut()}
   */
  public DataOptions(int size, int loadSize, int stride, double heldOut) {
    this(size, loadSize, stride, heldOut, FolderLayout.AUTO, Content.AUTO);
  }

  /**
   * Returns this with another load size: the short side of frames before cropping, in pixels.
   *
   * @throws IllegalArgumentException if it is below the training size
   */
  public DataOptions withLoadSize(int newLoadSize) {
    return new DataOptions(size, newLoadSize, stride, heldOut, layout, content);
  }

  /** Returns these options with other content. */
  public DataOptions withContent(Content newContent) {
    return new DataOptions(size, loadSize, stride, heldOut, layout, newContent);
  }
}
