package org.recyclegan.studies.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Lettering;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.WriteOptions;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.video.encode.PictureSheet;
import org.recyclegan.video.encode.VideoWriter;

/** Videos of one size in one picture, beside each other, each under its name. */
public final class SideBySide {

  /** Small videos are enlarged by whole numbers, so that their pixels stay what they are. */
  private static final int SMALLEST_SIDE = 192;

  private static final int GAP = 4;
  private static final int LETTERS = 2;
  private static final int CAPTION = LETTERS * Lettering.HEIGHT + 10;

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
    // Even, as the video's colour needs it.
    Size size =
        new Size(
            even(exhibits.size() * (one.width() * scale + GAP) + GAP),
            even(CAPTION + one.height() * scale + GAP));
    PictureSheet blank = captions(size, one.width() * scale);
    VideoInfo info = VideoInfo.constantRate(size.width(), size.height(), one.rate());
    try (VideoWriter sink =
        VideoWriter.create(file, info, WriteOptions.defaults().withOverwrite(true))) {
      for (int i = 0; ; i++) {
        PictureSheet picture = blank.copy();
        for (int k = 0; k < sources.size(); k++) {
          @Nullable Frame frame = sources.get(k).next();
          if (frame == null) {
            sink.commit();
            return;
          }
          picture.paste(frame, GAP + k * (frame.width() * scale + GAP), CAPTION, scale);
        }
        sink.write(picture.frame(i));
      }
    }
  }

  private PictureSheet captions(Size size, int width) {
    PictureSheet picture = new PictureSheet(size.width(), size.height());
    for (int k = 0; k < exhibits.size(); k++) {
      picture.letter(exhibits.get(k).role(), GAP + k * (width + GAP), 5, LETTERS);
    }
    return picture;
  }

  private static int even(int pixels) {
    return pixels + pixels % 2;
  }
}
