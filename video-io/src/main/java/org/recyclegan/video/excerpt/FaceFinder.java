package org.recyclegan.video.excerpt;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.excerpt.FaceFraming.Found;

/**
 * Finds faces from the front with OpenCV's cascade (Viola and Jones 2001; Lienhart and Maydt 2002),
 * which its natives bring along. Of several the one nearest to the last is taken, at first the
 * largest.
 */
final class FaceFinder implements AutoCloseable {

  private static final String CASCADE = "haarcascade_frontalface_alt2.xml";

  /** Short side at which is searched: faces are large in what one would translate. */
  private static final int SEARCHED = 200;

  /** Of the short side; at the searched size a little more than the cascade's own window. */
  private static final double SMALLEST_FACE = 0.12;

  /** Between two frames a face moves less than half of itself, and grows or shrinks less. */
  private static final double NEARBY = 2;

  private static final double LEAST_GROWTH = 0.7;
  private static final double MOST_GROWTH = 1.4;

  private static final double STEP = 1.1;
  private static final int NEIGHBOURS = 4;

  private final CascadeClassifier cascade;

  /**
   * Loads the cascade.
   *
   * @throws IOException if it cannot be unpacked
   */
  FaceFinder() throws IOException {
    Loader.load(opencv_imgproc.class);
    File file =
        Loader.cacheResource(
            "/org/bytedeco/opencv/"
                + Loader.getPlatform()
                + "/share/opencv4/haarcascades/"
                + CASCADE);
    if (file == null) {
      throw new IOException("OpenCV's natives for this machine have no " + CASCADE);
    }
    cascade = new CascadeClassifier(file.toString());
    if (cascade.empty()) {
      cascade.close();
      throw new IOException("OpenCV cannot read " + file);
    }
  }

  /**
   * Looks for a face: where it was before, and in all of the picture where it is not there.
   *
   * @param last where it was before
   */
  Optional<Found> find(Frame frame, Optional<Found> last) {
    int shortSide = Math.min(frame.width(), frame.height());
    Frame small = shortSide <= SEARCHED ? frame : shrink(frame);
    double scale = (double) frame.width() / small.width();
    try (BytePointer bytes = new BytePointer(small.rgb());
        Mat rgb = new Mat(small.height(), small.width(), opencv_core.CV_8UC3, bytes);
        Mat grey = new Mat()) {
      opencv_imgproc.cvtColor(rgb, grey, opencv_imgproc.COLOR_RGB2GRAY);
      opencv_imgproc.equalizeHist(grey, grey);
      if (last.isPresent()) {
        Optional<Found> near = near(grey, last.get(), scale);
        if (near.isPresent()) {
          return near;
        }
      }
      int least = (int) Math.round(SMALLEST_FACE * Math.min(grey.cols(), grey.rows()));
      return best(grey, least, Integer.MAX_VALUE, last, scale, 0, 0);
    }
  }

  private Optional<Found> near(Mat grey, Found last, double scale) {
    double side = last.side() / scale;
    Box around =
        Squares.around(
            last.x() / scale,
            last.y() / scale,
            (int) Math.round(NEARBY * side),
            new org.recyclegan.video.Size(grey.cols(), grey.rows()));
    try (Rect place = new Rect(around.x(), around.y(), around.width(), around.height());
        Mat part = new Mat(grey, place)) {
      return best(
          part,
          (int) (LEAST_GROWTH * side),
          (int) Math.ceil(MOST_GROWTH * side),
          Optional.of(last),
          scale,
          around.x(),
          around.y());
    }
  }

  private Optional<Found> best(
      Mat grey, int least, int most, Optional<Found> last, double scale, int left, int top) {
    try (RectVector faces = new RectVector();
        Size smallest = new Size(least, least);
        Size largest = most == Integer.MAX_VALUE ? new Size() : new Size(most, most)) {
      cascade.detectMultiScale(grey, faces, STEP, NEIGHBOURS, 0, smallest, largest);
      Optional<Found> best = Optional.empty();
      for (long i = 0; i < faces.size(); i++) {
        Found found = found(faces.get(i), scale, left, top);
        if (best.isEmpty() || isBetter(found, best.get(), last)) {
          best = Optional.of(found);
        }
      }
      return best;
    }
  }

  private static Found found(Rect rect, double scale, int left, int top) {
    return new Found(
        scale * (left + rect.x() + rect.width() / 2.0),
        scale * (top + rect.y() + rect.height() / 2.0),
        scale * rect.width());
  }

  private static boolean isBetter(Found found, Found best, Optional<Found> last) {
    return last.isPresent()
        ? distance(found, last.get()) < distance(best, last.get())
        : found.side() > best.side();
  }

  private static double distance(Found a, Found b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y()) + Math.abs(a.side() - b.side());
  }

  private static Frame shrink(Frame frame) {
    org.recyclegan.video.Size size = Resampler.shortSide(frame.width(), frame.height(), SEARCHED);
    return Resampler.of(frame.width(), frame.height(), size.width(), size.height()).apply(frame);
  }

  @Override
  public void close() {
    cascade.close();
  }
}
