package org.recyclegan.video.excerpt;

import java.util.List;
import org.recyclegan.video.Size;
import org.recyclegan.video.excerpt.FaceFraming.Found;

/** Squares around the way of a face. */
final class FaceTrack implements BoxTrack {

  private final List<Box> boxes;
  private final Size size;

  /**
   * Lays squares.
   *
   * @param path one place a frame, at least one
   * @param scale of the squares' sides over the faces'
   * @param up how far the squares' middles lie above the faces', over the faces' sides
   */
  FaceTrack(List<Found> path, double scale, double up, Size picture) {
    boxes =
        path.stream()
            .map(
                face ->
                    Squares.around(
                        face.x(),
                        face.y() - up * face.side(),
                        (int) Math.round(scale * face.side()),
                        picture))
            .toList();
    int[] sides = boxes.stream().mapToInt(Box::width).sorted().toArray();
    int median = sides[sides.length / 2];
    size = new Size(median, median);
  }

  @Override
  public Size size() {
    return size;
  }

  @Override
  public Box at(long frame) {
    return boxes.get((int) Math.min(frame, boxes.size() - 1));
  }
}
