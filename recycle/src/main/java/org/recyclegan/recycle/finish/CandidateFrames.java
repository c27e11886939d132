package org.recyclegan.recycle.finish;

import java.util.List;
import org.recyclegan.video.Size;

/**
 * The frames that may be shown: those of several videos, one after the other.
 *
 * @param videos in order, at least one
 */
public record CandidateFrames(List<CandidateVideo> videos) {

  /** Copies the list. */
  public CandidateFrames {
    videos = List.copyOf(videos);
  }

  /** Returns the number of candidates. */
  public int count() {
    return videos.stream().mapToInt(CandidateVideo::frames).sum();
  }

  /** Returns the video of a candidate. */
  public int videoOf(int candidate) {
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
  public int firstOf(int video) {
    return videos.subList(0, video).stream().mapToInt(CandidateVideo::frames).sum();
  }

  /** Returns the frame size of most candidates: the geometry that the target is shown in. */
  public Size size() {
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
