package org.recyclegan.studies.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.PictureSheet;

/**
 * Frames of several videos of one size over time: a row for each video, time from left to right.
 */
public final class ContactSheet {

  private static final int GAP = 4;

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
    @Nullable PictureSheet sheet = null;
    for (int row = 0; row < videos.size(); row++) {
      try (FrameSource source = VideoReader.open(videos.get(row))) {
        int width = source.info().width() * scale + GAP;
        int height = source.info().height() * scale + GAP;
        if (sheet == null) {
          sheet = new PictureSheet(columns * width + GAP, videos.size() * height + GAP);
        }
        drawRow(sheet, source, frames, GAP + row * height);
      }
    }
    if (sheet != null) {
      sheet.write(file, format);
    }
  }

  private void drawRow(PictureSheet sheet, FrameSource source, int frames, int top)
      throws IOException {
    int column = 0;
    @Nullable Frame frame = source.next();
    for (int i = 0; frame != null && column < columns; i++, frame = source.next()) {
      if (i == column * frames / columns) {
        sheet.paste(frame, GAP + column * (frame.width() * scale + GAP), top, scale);
        column++;
      }
    }
  }
}
