package org.recyclegan.video.store;

import org.recyclegan.video.FolderLayout;

/**
 * How training frames are chosen and stored.
 *
 * @param shortSide short side of every stored frame in pixels, at least 1; the long side keeps the
 *     aspect
 * @param heldOutFraction part of each clip's frames, at its end, that no training triplet reaches
 *     into, 0 to less than 1; of folders of triplets, part of the triplets
 * @param staticThreshold mean absolute difference in 8-bit levels below which a frame is a repeat
 *     of the one kept before it and left out, at least 0 (which leaves out nothing)
 * @param maxFrames most frames taken from one input, at least 3; the rest of it is not read
 * @param maxBytes largest size the store may reach, at least 1; a store that would be larger is
 *     refused
 * @param layout how folders are read
 */
public record FrameStoreOptions(
    int shortSide,
    double heldOutFraction,
    double staticThreshold,
    int maxFrames,
    long maxBytes,
    FolderLayout layout) {

  private static final FrameStoreOptions DEFAULTS =
      new FrameStoreOptions(
          /* shortSide= */ 128,
          /* heldOutFraction= */ 0.15,
          /* staticThreshold= */ 0.1,
          /* maxFrames= */ 1_000_000,
          /* maxBytes= */ 64L << 30,
          FolderLayout.AUTO);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public FrameStoreOptions {
    check(shortSide >= 1, "shortSide", "at least 1 pixel", shortSide);
    check(
        heldOutFraction >= 0 && heldOutFraction < 1,
        "heldOutFraction",
        "0 to less than 1",
        heldOutFraction);
    check(
        staticThreshold >= 0 && staticThreshold <= 255,
        "staticThreshold",
        "0 to 255 levels",
        staticThreshold);
    check(maxFrames >= 3, "maxFrames", "at least 3", maxFrames);
    check(maxBytes >= 1, "maxBytes", "at least 1", maxBytes);
  }

  /** Returns the defaults. */
  public static FrameStoreOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these options with another frame size.
   *
   * @param pixels short side of every stored frame
   */
  public FrameStoreOptions withShortSide(int pixels) {
    return new FrameStoreOptions(
        pixels, heldOutFraction, staticThreshold, maxFrames, maxBytes, layout);
  }

  /**
   * Returns these options with another part held out.
   *
   * @param fraction 0 to less than 1
   */
  public FrameStoreOptions withHeldOutFraction(double fraction) {
    return new FrameStoreOptions(shortSide, fraction, staticThreshold, maxFrames, maxBytes, layout);
  }

  /**
   * Returns these options with another measure of standing still.
   *
   * @param levels mean absolute difference below which a frame is a repeat
   */
  public FrameStoreOptions withStaticThreshold(double levels) {
    return new FrameStoreOptions(shortSide, heldOutFraction, levels, maxFrames, maxBytes, layout);
  }

  /**
   * Returns these options with other limits.
   *
   * @param frames most frames taken from one input
   * @param bytes largest size the store may reach
   */
  public FrameStoreOptions withLimits(int frames, long bytes) {
    return new FrameStoreOptions(
        shortSide, heldOutFraction, staticThreshold, frames, bytes, layout);
  }

  /**
   * Returns these options with folders read in another way.
   *
   * @param folders how to read them
   */
  public FrameStoreOptions withLayout(FolderLayout folders) {
    return new FrameStoreOptions(
        shortSide, heldOutFraction, staticThreshold, maxFrames, maxBytes, folders);
  }

  private static void check(boolean valid, String name, String expected, Number found) {
    if (!valid) {
      throw new IllegalArgumentException(name + ": expected " + expected + ", found " + found);
    }
  }
}
