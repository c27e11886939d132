package org.recyclegan.eval.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameRate;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.encode.PictureSheet;
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
    int columns = Math.min(frames, MAX_SLICE_WIDTH);
    PictureSheet slice = new PictureSheet(columns, size.width());
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
        int row = 3 * size.width() * (size.height() / 2);
        int column = (int) ((long) i * columns / frames);
        slice.paste(rgb, row, new Size(1, size.width()), column, 0, 1);
        if (stop.getAsBoolean()) {
          throw new CancellationException("Stopped while " + exhibit.video() + " was copied");
        }
        frame = source.next();
      }
      sink.commit();
    }
    slice.write(folder.resolve(picture), "png");
    return new Scene.Clip(
        exhibit.role(),
        String.valueOf(exhibit.video().getFileName()),
        exhibit.synthetic(),
        size.width(),
        size.height(),
        video,
        picture);
  }
}
