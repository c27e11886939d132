package org.recyclegan.studies.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.WholeFile;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;

/**
 * Frames of several videos of one size over time: a row for each video, time from left to right.
 */
public final class ContactSheet {

  private static final int GAP = 4;
  private static final int WHITE = 0xffffff;

  /** Every pixel as it is. */
  private static final ContactSheet EXACT = new ContactSheet("png", 10, 1);

  /**
   * A tenth of the bytes. JPEG keeps colour at half the resolution: hence the enlargement, by which
   * small pictures lose none of it.
   */
  private static final ContactSheet FOR_PAGES = new ContactSheet("jpg", 7, 2);

  private final String format;
  private final int columns;
  private final int scale;

  private ContactSheet(String format, int columns, int scale) {
    this.format = format;
    this.columns = columns;
    this.scale = scale;
  }

  /**
   * Writes the sheet as PNG.
   *
   * @param file replaced if it exists
   * @param videos of equal size and length
   * @param frames that each video has
   */
  public static void write(Path file, List<Path> videos, int frames) throws IOException {
    EXACT.draw(file, videos, frames);
  }

  /**
   * Writes a sheet of fewer frames as JPEG, small enough for a page.
   *
   * @param file replaced if it exists
   * @param videos of equal size and length
   * @param frames that each video has
   */
  public static void writeForPages(Path file, List<Path> videos, int frames) throws IOException {
    FOR_PAGES.draw(file, videos, frames);
  }

  private void draw(Path file, List<Path> videos, int frames) throws IOException {
    @Nullable BufferedImage sheet = null;
    for (int row = 0; row < videos.size(); row++) {
      try (FrameSource source = VideoReader.open(videos.get(row))) {
        int width = source.info().width() * scale + GAP;
        int height = source.info().height() * scale + GAP;
        if (sheet == null) {
          sheet = blank(columns * width + GAP, videos.size() * height + GAP);
        }
        drawRow(sheet, source, frames, GAP + row * height);
      }
    }
    if (sheet != null) {
      ByteArrayOutputStream encoded = new ByteArrayOutputStream();
      ImageIO.write(sheet, format, encoded);
      WholeFile.write(file, encoded.toByteArray());
    }
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sheet.setRGB(x, y, WHITE);
      }
    }
    return sheet;
  }

  private void drawRow(BufferedImage sheet, FrameSource source, int frames, int top)
      throws IOException {
    int column = 0;
    @Nullable Frame frame = source.next();
    for (int i = 0; frame != null && column < columns; i++, frame = source.next()) {
      if (i == column * frames / columns) {
        draw(sheet, frame, GAP + column * (frame.width() * scale + GAP), top);
        column++;
      }
    }
  }

  private void draw(BufferedImage sheet, Frame frame, int left, int top) {
    byte[] rgb = frame.rgb();
    for (int y = 0; y < frame.height() * scale; y++) {
      for (int x = 0; x < frame.width() * scale; x++) {
        int i = 3 * (Math.floorDiv(y, scale) * frame.width() + Math.floorDiv(x, scale));
        int colour = (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | (rgb[i + 2] & 0xff);
        sheet.setRGB(left + x, top + y, colour);
      }
    }
  }
}
