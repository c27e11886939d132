package org.recyclegan.video.excerpt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;

/**
 * Around a face: a square for every frame. Where the face is lost, the square stays where it was
 * last; before it is seen first, it is where it is seen then. The way of the square is smoothed
 * over time, forwards and backwards alike, so it does not lag behind.
 */
final class FaceFraming implements Framing {

  static final FaceFraming FACE = new FaceFraming();

  /** What the detector finds goes from the brows to the chin; a head is larger. */
  private static final double HEAD = 1.6;

  /** Of the detected side: a head reaches further up than down. */
  private static final double UP = 0.05;

  /** In fewer frames, what is found is more likely a mistake. */
  private static final double LEAST_SHARE = 0.05;

  private FaceFraming() {}

  /** A face's middle and side, in pixels. */
  record Found(double x, double y, double side) {}

  @Override
  public BoxTrack track(Frames frames, String name) throws IOException {
    try (FrameSource source = frames.open();
        FaceFinder finder = new FaceFinder()) {
      Size picture = new Size(source.info().width(), source.info().height());
      List<Found> path = new ArrayList<>();
      @Nullable Found last = null;
      int seen = 0;
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        Optional<Found> found = finder.find(frame, Optional.ofNullable(last));
        if (found.isPresent()) {
          if (last == null) {
            // Until it is first seen, it is where it is seen then.
            path.replaceAll(nowhere -> found.get());
          }
          last = found.get();
          seen++;
        }
        path.add(last == null ? new Found(0, 0, 0) : last);
      }
      if (seen == 0 || seen < LEAST_SHARE * path.size()) {
        throw new InputException(
            name + ": no `region` with a face was found",
            String.format(
                Locale.ROOT,
                "a face, from the front, in at least %.0f %% of the frames",
                100 * LEAST_SHARE),
            seen + " of " + path.size() + " frames with one",
            "Give the region as x,y,w,h, or a part of the video in which the face is seen.");
      }
      return new FaceTrack(
          FacePath.smoothed(path, source.info().rate().perSecond()), HEAD, UP, picture);
    }
  }

  @Override
  public String toString() {
    return "face";
  }
}
