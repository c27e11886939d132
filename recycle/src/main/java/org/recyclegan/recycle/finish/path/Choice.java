package org.recyclegan.recycle.finish.path;

/** The chosen candidate for every frame. Arrays are shared, not copied. */
public final class Choice {

  private final int[] candidates;
  private final double[] confidences;
  private final PathKind path;

  /**
   * Takes the choice.
   *
   * @param candidates for every frame
   * @param confidences for every frame: 1 where the candidate is what the networks say, 0 where a
   *     candidate taken at random would be as near
   * @param path free or monotone
   */
  public Choice(int[] candidates, double[] confidences, PathKind path) {
    this.candidates = candidates;
    this.confidences = confidences;
    this.path = path;
  }

  public int[] candidates() {
    return candidates;
  }

  public double[] confidences() {
    return confidences;
  }

  public PathKind path() {
    return path;
  }
}
