package org.recyclegan.studies.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Lettering;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.VideoWriter;

/** Videos of one size in one picture, beside each other, each under its name. */
public final class SideBySide {

  /** Small videos are enlarged by whole numbers, so that their pixels stay what they are. */
  private static final int SMALLEST_SIDE = 192;

  private static final int GAP = 4;
  private static final int LETTERS = 2;
  private static final int CAPTION = LETTERS * Lettering.HEIGHT + 10;
  private static final byte WHITE = (byte) 255;

  private final List<Exhibit> exhibits;

  public SideBySide(List<Exhibit> exhibits) {
    this.exhibits = exhibits;
  }

  /** Writes the video, in place of an earlier one, to the end of the shortest. */
  public void write(Path file) throws IOException {
    List<FrameSource> sources = new ArrayList<>();
    try {
      for (Exhibit exhibit : exhibits) {
        sources.add(VideoReader.open(exhibit.video()));
      }
      write(file, sources);
    } finally {
      for (FrameSource source : sources) {
        source.close();
      }
    }
  }

  private void write(Path file, List<FrameSource> sources) throws IOException {
    VideoInfo one = sources.get(0).info();
    int scale = Math.max(1, (SMALLEST_SIDE + one.width() - 1) / one.width());
    Picture blank = caption(one.width() * scale, one.height() * scale);
    VideoInfo info = VideoInfo.constantRate(blank.width, blank.height, one.rate());
    try (VideoWriter sink =
        VideoWriter.create(file, info, WriteOptions.defaults().withOverwrite(true))) {
      for (int i = 0; ; i++) {
        Picture picture = blank.copy();
        for (int k = 0; k < sources.size(); k++) {
          @Nullable Frame frame = sources.get(k).next();
          if (frame == null) {
            sink.commit();
            return;
          }
          picture.draw(frame, GAP + k * (frame.width() * scale + GAP), CAPTION, scale);
        }
        sink.write(new Frame(picture.width, picture.height, picture.rgb, i));
      }
    }
  }

  private Picture caption(int width, int height) {
    // Even, as the video's colour needs it.
    int across = even(exhibits.size() * (width + GAP) + GAP);
    Picture picture = new Picture(across, even(CAPTION + height + GAP));
    for (int k = 0; k < exhibits.size(); k++) {
      picture.write(exhibits.get(k).role(), GAP + k * (width + GAP), 5);
    }
    return picture;
  }

  private static int even(int pixels) {
    return pixels + pixels % 2;
  }

  /** A white picture to draw into. */
  private static final class Picture {

    private final int width;
    private final int height;
    private final byte[] rgb;

    Picture(int width, int height) {
      this.width = width;
      this.height = height;
      this.rgb = new byte[3 * width * height];
      Arrays.fill(rgb, WHITE);
    }

    Picture copy() {
      Picture copy = new Picture(width, height);
      System.arraycopy(rgb, 0, copy.rgb, 0, rgb.length);
      return copy;
    }

    void draw(Frame frame, int left, int top, int scale) {
      for (int y = 0; y < frame.height() * scale; y++) {
        for (int x = 0; x < frame.width() * scale; x++) {
          int from = 3 * (Math.floorDiv(y, scale) * frame.width() + Math.floorDiv(x, scale));
          System.arraycopy(frame.rgb(), from, rgb, 3 * ((top + y) * width + left + x), 3);
        }
      }
    }

    void write(String text, int left, int top) {
      for (int i = 0; i < text.length(); i++) {
        int at = left + i * LETTERS * Lettering.ADVANCE;
        for (int y = 0; y < LETTERS * Lettering.HEIGHT; y++) {
          for (int x = 0; x < LETTERS * Lettering.ADVANCE && at + x < width; x++) {
            if (Lettering.isInked(
                text.charAt(i), Math.floorDiv(x, LETTERS), Math.floorDiv(y, LETTERS))) {
              Arrays.fill(
                  rgb,
                  3 * ((top + y) * width + at + x),
                  3 * ((top + y) * width + at + x) + 3,
                  (byte) 0);
            }
          }
        }
      }
    }
  }
}
