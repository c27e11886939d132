package org.recyclegan.recycle.finish.path;

/** Costs of which some candidates are out of the question for some frames. */
public final class Bar implements UnaryCosts {

  /** Far above any distance, and still far from where sums of floats lose what matters. */
  static final float FORBIDDEN = 1e4f;

  /** Decides which candidates are barred. */
  @FunctionalInterface
  public interface Rule {
    /** Returns whether a candidate is out of the question for a frame. */
    boolean forbids(int frame, int candidate);
  }

  private final UnaryCosts costs;
  private final Rule rule;

  public Bar(UnaryCosts costs, Rule rule) {
    this.costs = costs;
    this.rule = rule;
  }

  @Override
  public int frames() {
    return costs.frames();
  }

  @Override
  public int candidates() {
    return costs.candidates();
  }

  @Override
  public void row(int frame, float[] row) {
    costs.row(frame, row);
    for (int j = 0; j < row.length; j++) {
      if (rule.forbids(frame, j)) {
        row[j] = FORBIDDEN;
      }
    }
  }
}
