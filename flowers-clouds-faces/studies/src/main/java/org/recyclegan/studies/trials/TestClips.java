package org.recyclegan.studies.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;

/**
 * Videos to measure on instead of the held-out ends.
 *
 * @param a of domain A, may be empty
 * @param b of domain B, may be empty
 * @param paired whether both show the same, the first the first and so on, so that each is the
 *     truth of the other's translation
 */
public record TestClips(List<Path> a, List<Path> b, boolean paired) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if clips are called paired that cannot be
   */
  public TestClips {
    a = List.copyOf(a);
    b = List.copyOf(b);
    if (paired && (a.isEmpty() || a.size() != b.size())) {
      throw new IllegalArgumentException(
          "`paired` needs as many clips of `test-a` as of `test-b`, found "
              + a.size()
              + " and "
              + b.size());
    }
  }

  /** The clips to translate in a direction. */
  public List<Path> of(Direction direction) {
    return direction == Direction.A2B ? a : b;
  }

  /**
   * Checks that the clips can be read, and that none is trained on.
   *
   * @param trained hashes of what is, by path
   * @param opener opens the clips
   * @throws InputException if a clip is unusable
   */
  public void check(Map<String, String> trained, FrameOpener opener) throws IOException {
    for (List<Path> clips : List.of(a, b)) {
      for (Map.Entry<String, String> clip : Provenance.hashes(clips).entrySet()) {
        if (trained.containsValue(clip.getValue())) {
          throw new InputException(
              clip.getKey() + ": cannot be measured on",
              "a clip that is not trained on",
              "one that `a` or `b` also has",
              "Leave it out of `a` and `b`, or out of the test clips.");
        }
      }
      for (Path clip : clips) {
        try (FrameSource source = opener.open(clip)) {
          source.info();
        }
      }
    }
  }

  /** Returns the clips of a direction, each with its truth where that is known. */
  public List<HeldOut.Part> parts(Direction direction) {
    List<Path> sources = of(direction);
    List<Path> truths = direction == Direction.A2B ? b : a;
    List<HeldOut.Part> parts = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      @Nullable Path truth = paired ? truths.get(i) : null;
      Path clip = sources.get(i);
      parts.add(new HeldOut.Part(String.valueOf(clip.getFileName()), clip, truth));
    }
    return parts;
  }
}
