package org.recyclegan.recycle.finish;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recyclegan.recycle.finish.path.PathKind;

/**
 * What a finish did.
 *
 * @param finish that was used
 * @param path through the target's frames; empty where none were shown
 * @param withoutNearFrame share of the frames for which no real frame is near
 * @param frames for every frame of the source the frame that is shown; empty where none were
 * @param measured how every finish did on held-out frames, where that was measured
 */
public record FinishReport(
    FinishKind finish,
    Optional<PathKind> path,
    double withoutNearFrame,
    List<ShownFrame> frames,
    List<FinishScore> measured) {

  /** Below it, a frame is hardly nearer than one taken at random. */
  public static final double NEAR = 0.25;

  /** A share too small to be visible. */
  private static final double NEGLIGIBLE = 0.02;

  /** Copies the lists. */
  public FinishReport {
    frames = List.copyOf(frames);
    measured = List.copyOf(measured);
  }

  /** Returns the report of a finish that shows no real frames. */
  static FinishReport painted(FinishKind finish) {
    return new FinishReport(finish, Optional.empty(), 0, List.of(), List.of());
  }

  /** Returns the report of real frames. */
  static FinishReport real(PathKind path, List<ShownFrame> frames) {
    long far = frames.stream().filter(frame -> frame.confidence() < NEAR).count();
    return new FinishReport(
        FinishKind.REAL,
        Optional.of(path),
        frames.isEmpty() ? 0 : (double) far / frames.size(),
        frames,
        List.of());
  }

  /** Returns this report with the scores of every finish, measured beforehand. */
  public FinishReport withMeasured(List<FinishScore> scores) {
    return new FinishReport(finish, path, withoutNearFrame, frames, scores);
  }

  /**
   * Returns what the user should know.
   *
   * @return sentences, none where all went well
   */
  public List<String> warnings() {
    return withoutNearFrame < NEGLIGIBLE
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "For %.0f %% of the frames no real frame of the target is near; there the"
                    + " result may not match the source. More video of the target and longer"
                    + " training help.",
                100 * withoutNearFrame));
  }
}
