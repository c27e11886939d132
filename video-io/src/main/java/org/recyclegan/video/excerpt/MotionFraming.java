package org.recyclegan.video.excerpt;

import java.io.IOException;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;

/**
 * Where pixels change: one square for the whole video, around what moves in it.
 *
 * <p>The picture is cut into cells of about a hundredth of its short side. A cell moves if the mean
 * luma of its pixels spans at least 10 of 255 levels over the video: means of many pixels hardly
 * move with noise. A hundredth of the moving cells on each side is left out, for what flickers far
 * from everything else.
 */
final class MotionFraming implements Framing {

  static final MotionFraming MOTION = new MotionFraming();

  private static final int CELLS = 100;
  private static final double LEVELS = 10;
  private static final int LEFT_OUT = 100;

  /** Of the side of what moves, on both sides together. */
  private static final double MARGIN = 0.1;

  private MotionFraming() {}

  @Override
  public BoxTrack track(Frames frames, String name) throws IOException {
    try (FrameSource source = frames.open()) {
      Size picture = new Size(source.info().width(), source.info().height());
      Cells cells = new Cells(picture);
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        cells.add(frame);
      }
      return BoxTrack.of(cells.box(name));
    }
  }

  /** What every cell was at its darkest and at its brightest. */
  private static final class Cells {
    private final Size picture;
    private final int side;
    private final int columns;
    private final int rows;
    private final double[] least;
    private final double[] most;
    private long frames;

    Cells(Size picture) {
      this.picture = picture;
      side = Math.max(1, picture.shortSide() / CELLS);
      columns = (picture.width() + side - 1) / side;
      rows = (picture.height() + side - 1) / side;
      least = new double[columns * rows];
      most = new double[columns * rows];
    }

    void add(Frame frame) {
      long[] sums = new long[columns * rows];
      int[] pixels = new int[columns * rows];
      byte[] rgb = frame.rgb();
      for (int y = 0; y < picture.height(); y++) {
        for (int x = 0; x < picture.width(); x++) {
          int at = 3 * (y * picture.width() + x);
          int cell = y / side * columns + x / side;
          sums[cell] +=
              299L * Byte.toUnsignedInt(rgb[at])
                  + 587L * Byte.toUnsignedInt(rgb[at + 1])
                  + 114L * Byte.toUnsignedInt(rgb[at + 2]);
          pixels[cell]++;
        }
      }
      for (int i = 0; i < sums.length; i++) {
        double mean = sums[i] / (1000.0 * pixels[i]);
        least[i] = frames == 0 ? mean : Math.min(least[i], mean);
        most[i] = frames == 0 ? mean : Math.max(most[i], mean);
      }
      frames++;
    }

    Box box(String name) throws InputException {
      int[] perColumn = new int[columns];
      int[] perRow = new int[rows];
      int moving = 0;
      for (int i = 0; i < least.length; i++) {
        if (most[i] - least[i] >= LEVELS) {
          perColumn[i % columns]++;
          perRow[i / columns]++;
          moving++;
        }
      }
      if (moving == 0) {
        throw new InputException(
            name + ": no `region` in motion was found",
            "places whose brightness changes by " + Math.round(LEVELS) + " of 255 levels",
            "none in " + frames + " frames",
            "Give the region as x,y,w,h.");
      }
      int left = side * first(perColumn, moving);
      int right = Math.min(picture.width(), side * end(perColumn, moving));
      int top = side * first(perRow, moving);
      int bottom = Math.min(picture.height(), side * end(perRow, moving));
      int wanted = (int) Math.ceil((1 + MARGIN) * Math.max(right - left, bottom - top));
      return Squares.around(
          (left + right) / 2.0, (top + bottom) / 2.0, wanted, right - left, bottom - top, picture);
    }

    private static int first(int[] counts, int moving) {
      int before = 0;
      int i = 0;
      while (before + counts[i] <= moving / LEFT_OUT) {
        before += counts[i++];
      }
      return i;
    }

    private static int end(int[] counts, int moving) {
      int behind = 0;
      int i = counts.length;
      while (behind + counts[i - 1] <= moving / LEFT_OUT) {
        behind += counts[--i];
      }
      return i;
    }
  }

  @Override
  public String toString() {
    return "motion";
  }
}
