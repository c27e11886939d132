package org.recyclegan.recycle.finish;

import java.util.List;
import org.recyclegan.video.Size;

/**
 * The frames that may be shown, in small: each as a thumbnail, and as the thumbnail of what the
 * generator that leads back makes of it. Arrays are shared, not copied.
 */
final class CandidateIndex {

  private final List<CandidateVideo> videos;
  private final int[] shots;
  private final byte[] own;
  private final byte[] back;

  /**
   * Takes the parts.
   *
   * @param videos in order; their frames follow each other
   * @param shots the shot of every frame, ascending; a shot is of one video
   * @param own thumbnails of all frames, one after the other, {@link Thumbnails#VALUES} bytes each
   * @param back thumbnails of what leads back
   * @throws IllegalArgumentException if they are not of the same frames, or of none
   */
  CandidateIndex(List<CandidateVideo> videos, int[] shots, byte[] own, byte[] back) {
    int frames = videos.stream().mapToInt(CandidateVideo::frames).sum();
    if (frames < 1
        || shots.length != frames
        || own.length != frames * Thumbnails.VALUES
        || back.length != own.length) {
      throw new IllegalArgumentException(
          "The parts of an index do not fit each other: " + frames + " frames");
    }
    this.videos = List.copyOf(videos);
    this.shots = shots;
    this.own = own;
    this.back = back;
  }

  /** Returns the videos; their frames follow each other. */
  List<CandidateVideo> videos() {
    return videos;
  }

  /** Returns the shot of every frame, ascending. */
  int[] shots() {
    return shots;
  }

  /** Returns the thumbnails of all frames. */
  byte[] own() {
    return own;
  }

  /** Returns the thumbnails of what leads back from them. */
  byte[] back() {
    return back;
  }

  /** Returns the number of candidates. */
  int count() {
    return shots.length;
  }

  /** Returns the video of a candidate. */
  int videoOf(int candidate) {
    int first = 0;
    for (int video = 0; video < videos.size(); video++) {
      first += videos.get(video).frames();
      if (candidate < first) {
        return video;
      }
    }
    throw new IndexOutOfBoundsException(candidate);
  }

  /** Returns the first candidate of a video. */
  int firstOf(int video) {
    return videos.subList(0, video).stream().mapToInt(CandidateVideo::frames).sum();
  }

  /** Returns the frame size of most candidates: the geometry that the target is shown in. */
  Size size() {
    Size best = videos.get(0).size();
    long most = 0;
    for (CandidateVideo video : videos) {
      long frames =
          videos.stream()
              .filter(other -> other.size().equals(video.size()))
              .mapToLong(CandidateVideo::frames)
              .sum();
      if (frames > most) {
        most = frames;
        best = video.size();
      }
    }
    return best;
  }
}
