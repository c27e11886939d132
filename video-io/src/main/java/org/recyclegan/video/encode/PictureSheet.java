package org.recyclegan.video.encode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.recyclegan.files.WholeFile;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Lettering;
import org.recyclegan.video.Size;

/**
 * A white picture that others are pasted into: a sheet of samples, of frames over time, of videos
 * beside each other. Pixels are rows of RGB, 8 bits each. Not safe for use from several threads.
 */
public final class PictureSheet {

  private static final byte WHITE = (byte) 255;

  private final int width;
  private final int height;
  private final byte[] rgb;

  /**
   * Makes a white sheet.
   *
   * @throws IllegalArgumentException if it has no pixel
   */
  public PictureSheet(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("A sheet of " + width + "x" + height + " has no pixel");
    }
    this.width = width;
    this.height = height;
    rgb = new byte[3 * width * height];
    Arrays.fill(rgb, WHITE);
  }

  /** Returns a sheet with the same pixels. */
  public PictureSheet copy() {
    PictureSheet copy = new PictureSheet(width, height);
    System.arraycopy(rgb, 0, copy.rgb, 0, rgb.length);
    return copy;
  }

  /**
   * Pastes a frame, enlarged by a whole number, so that its pixels stay what they are.
   *
   * @param left column of its left edge on the sheet
   * @param top row of its upper edge on the sheet
   * @throws IndexOutOfBoundsException if it does not fit on the sheet
   */
  public void paste(Frame frame, int left, int top, int scale) {
    paste(frame.rgb(), 0, new Size(frame.width(), frame.height()), left, top, scale);
  }

  /**
   * Pastes a picture that begins at an index of an array.
   *
   * @param pixels rows of RGB
   * @param from index of the picture's first byte
   * @throws IndexOutOfBoundsException if it does not fit on the sheet, or the array ends before it
   */
  public void paste(byte[] pixels, int from, Size size, int left, int top, int scale) {
    if (left < 0
        || top < 0
        || left + size.width() * scale > width
        || top + size.height() * scale > height) {
      throw new IndexOutOfBoundsException(
          size + " times " + scale + " does not fit at " + left + "," + top);
    }
    for (int y = 0; y < size.height() * scale; y++) {
      int row = from + 3 * Math.floorDiv(y, scale) * size.width();
      for (int x = 0; x < size.width() * scale; x++) {
        System.arraycopy(
            pixels, row + 3 * Math.floorDiv(x, scale), rgb, index(left + x, top + y), 3);
      }
    }
  }

  /** Writes black letters of {@link Lettering}; those beyond the sheet's edge are cut off. */
  public void letter(String text, int left, int top, int scale) {
    for (int i = 0; i < text.length(); i++) {
      int at = left + i * scale * Lettering.ADVANCE;
      for (int y = 0; y < scale * Lettering.HEIGHT; y++) {
        for (int x = 0; x < scale * Lettering.ADVANCE && at + x < width; x++) {
          if (Lettering.isInked(text.charAt(i), Math.floorDiv(x, scale), Math.floorDiv(y, scale))) {
            Arrays.fill(rgb, index(at + x, top + y), index(at + x, top + y) + 3, (byte) 0);
          }
        }
      }
    }
  }

  /** Returns the sheet as a frame that shares its pixels. */
  public Frame frame(long time) {
    return new Frame(width, height, rgb, time);
  }

  /**
   * Writes the sheet, whole or not at all.
   *
   * @param file replaced if it exists
   * @param format {@code png} or {@code jpg}
   */
  public void write(Path file, String format) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = index(x, y);
        row[x] = (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | (rgb[i + 2] & 0xff);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    // Not to the file: ImageIO does not say why a file cannot be written.
    if (!ImageIO.write(image, format, encoded)) {
      throw new IOException(file + ": Java has no writer for " + format);
    }
    WholeFile.write(file, encoded.toByteArray());
  }

  private int index(int x, int y) {
    return 3 * (y * width + x);
  }
}
