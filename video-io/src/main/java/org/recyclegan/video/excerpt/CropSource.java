package org.recyclegan.video.excerpt;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.Size;
import org.recyclegan.video.VideoInfo;

/** Rectangles of a video's pictures, as a video of one size. */
public final class CropSource implements FrameSource {

  private final FrameSource whole;
  private final BoxTrack track;
  private final VideoInfo info;
  private long frame;

  private CropSource(FrameSource whole, BoxTrack track) {
    this.whole = whole;
    this.track = track;
    info = whole.info().withSize(track.size().width(), track.size().height());
  }

  /**
   * Cuts out of every frame what a track says.
   *
   * @param whole the video, at the track's first frame; closed with the result
   * @param track inside of its pictures
   */
  public static FrameSource of(FrameSource whole, BoxTrack track) {
    return new CropSource(whole, track);
  }

  @Override
  public VideoInfo info() {
    return info;
  }

  @Override
  public @Nullable Frame next() throws IOException {
    Frame picture = whole.next();
    return picture == null ? null : crop(picture, track.at(frame++), track.size());
  }

  @Override
  public OptionalLong skip() throws IOException {
    frame++;
    return whole.skip();
  }

  /** Returns a rectangle of a picture, brought to a size. */
  static Frame crop(Frame picture, Box box, Size size) {
    int row = 3 * box.width();
    byte[] rgb = new byte[row * box.height()];
    for (int y = 0; y < box.height(); y++) {
      int from = 3 * ((box.y() + y) * picture.width() + box.x());
      System.arraycopy(picture.rgb(), from, rgb, y * row, row);
    }
    Frame part = picture.withPixels(box.width(), box.height(), rgb);
    return box.size().equals(size)
        ? part
        : Resampler.of(box.width(), box.height(), size.width(), size.height()).apply(part);
  }

  @Override
  public List<String> warnings() {
    return whole.warnings();
  }

  @Override
  public void close() throws IOException {
    whole.close();
  }
}
