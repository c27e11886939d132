package org.recyclegan.video;

/**
 * One picture and the moment it is shown. Pixels are 8-bit RGB, full range, interleaved (HWC: row
 * by row from the top, three bytes a pixel), without padding.
 *
 * <p>The pixel array is shared, not copied: the creator of a frame hands the array over and does
 * not change it afterwards, and readers do not change it either.
 */
public final class Frame {

  private final int width;
  private final int height;
  private final byte[] rgb;
  private final long pts;
  private final long duration;
  private final boolean damaged;

  /**
   * Creates a frame around an array.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param rgb {@code 3 * width * height} bytes, HWC
   * @param pts when the frame is shown, in ticks of the stream's {@link VideoInfo#timeBase()}; the
   *     first frame of a stream need not have 0
   * @throws IllegalArgumentException if the array's length does not fit the size
   */
  public Frame(int width, int height, byte[] rgb, long pts) {
    this(width, height, rgb, pts, /* duration= */ 0, /* damaged= */ false);
  }

  /**
   * Creates a frame around an array, with what a source knows of it.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param rgb {@code 3 * width * height} bytes, HWC
   * @param pts when the frame is shown, in ticks of the stream's {@link VideoInfo#timeBase()}
   * @param duration how long it is shown, in the same ticks; 0 where that is not known
   * @param damaged whether parts of the picture are made up, or may be
   * @throws IllegalArgumentException if the array's length does not fit the size, or the duration
   *     is negative
   */
  public Frame(int width, int height, byte[] rgb, long pts, long duration, boolean damaged) {
    if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "Expected 3 bytes for each of "
              + width
              + "x"
              + height
              + " pixels, found an array of "
              + rgb.length);
    }
    if (duration < 0) {
      throw new IllegalArgumentException("A frame lasts at least 0 ticks, found " + duration);
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    this.pts = pts;
    this.duration = duration;
    this.damaged = damaged;
  }

  /**
   * Returns the width.
   *
   * @return pixels in a row
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return number of rows
   */
  public int height() {
    return height;
  }

  /**
   * Returns the pixels themselves, not a copy.
   *
   * @return {@code 3 * width * height} bytes, RGB, HWC; not to be changed
   */
  public byte[] rgb() {
    return rgb;
  }

  /**
   * Returns when the frame is shown.
   *
   * @return ticks of the stream's time base
   */
  public long pts() {
    return pts;
  }

  /**
   * Returns the duration of the frame. It matters for the last frame; for others the next frame's
   * time gives it.
   *
   * @return ticks of the stream's time base, 0 where that is not known
   */
  public long duration() {
    return duration;
  }

  /**
   * Returns whether the picture is known to be damaged, or refers to one that was lost.
   *
   * @return false if no damage is known
   */
  public boolean damaged() {
    return damaged;
  }

  /**
   * Returns a frame with other pixels shown at the same moment.
   *
   * @param newWidth in pixels
   * @param newHeight in pixels
   * @param pixels {@code 3 * newWidth * newHeight} bytes, RGB, HWC
   * @return a new frame with this frame's time
   */
  public Frame withPixels(int newWidth, int newHeight, byte[] pixels) {
    return new Frame(newWidth, newHeight, pixels, pts, duration, damaged);
  }

  @Override
  public String toString() {
    return "Frame[" + width + "x" + height + ", pts " + pts + "]";
  }
}
