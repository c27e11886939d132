package org.recyclegan.eval.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.WholeFile;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.VideoWriter;

/** A video as the page shows it, and its middle row over time, in one pass. */
final class DisplayCopy {

  /** Wider slices than screens would only make the page larger. */
  private static final int MAX_SLICE_WIDTH = 1600;

  private final Path folder;
  private final String stem;
  private final Size size;
  private final FrameRate rate;
  private final BooleanSupplier stop;

  /**
   * Prepares a copy.
   *
   * @param folder of the report
   * @param stem of the copy's files, relative to the folder
   */
  DisplayCopy(Path folder, String stem, Size size, FrameRate rate, BooleanSupplier stop) {
    this.folder = folder;
    this.stem = stem;
    this.size = size;
    this.rate = rate;
    this.stop = stop;
  }

  /** Copies the first frames of a video, or throws a CancellationException when asked to stop. */
  Scene.Clip make(SceneMaker.Exhibit exhibit, int frames, FrameOpener opener) throws IOException {
    String video = stem + ".webm";
    String picture = stem + ".png";
    BufferedImage slice =
        new BufferedImage(
            Math.min(frames, MAX_SLICE_WIDTH), size.width(), BufferedImage.TYPE_INT_RGB);
    VideoInfo like = VideoInfo.constantRate(size.width(), size.height(), rate);
    WriteOptions options = WriteOptions.defaults().withOverwrite(true);
    try (FrameSource source = opener.open(exhibit.video());
        VideoWriter sink = VideoWriter.create(folder.resolve(video), like, options)) {
      VideoInfo info = source.info();
      Resampler resampler = Resampler.of(info.width(), info.height(), size.width(), size.height());
      @Nullable Frame frame = source.next();
      for (int i = 0; frame != null && i < frames; i++) {
        byte[] rgb = resampler.apply(frame.rgb());
        sink.write(new Frame(size.width(), size.height(), rgb, i));
        drawColumn(slice, (int) ((long) i * slice.getWidth() / frames), rgb);
        if (stop.getAsBoolean()) {
          throw new CancellationException("Stopped while " + exhibit.video() + " was copied");
        }
        frame = source.next();
      }
      sink.commit();
    }
    write(folder.resolve(picture), slice);
    return new Scene.Clip(
        exhibit.role(),
        String.valueOf(exhibit.video().getFileName()),
        exhibit.synthetic(),
        size.width(),
        size.height(),
        video,
        picture);
  }

  private void drawColumn(BufferedImage slice, int column, byte[] rgb) {
    int at = 3 * size.width() * (size.height() / 2);
    for (int x = 0; x < size.width(); x++, at += 3) {
      int colour = (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
      slice.setRGB(column, x, colour);
    }
  }

  private static void write(Path file, BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    WholeFile.write(file, bytes.toByteArray());
  }
}
