package org.recyclegan.recycle.finish;

/**
 * Costs to which it is added how far source and target are from being equally far along what
 * happens in them. Translations of a small network may stand still long before the source does;
 * then this alone keeps the target moving.
 */
final class EventCosts implements UnaryCosts {

  /** A quarter of the way apart costs as much as a quarter of a random candidate's distance. */
  private static final float WEIGHT = 4;

  private final UnaryCosts costs;
  private final float[] source;
  private final float[] target;
  private final int first;

  /**
   * Takes the ways.
   *
   * @param source how far every frame is, from 0 to 1
   * @param target how far every candidate of the shot is
   * @param first candidate of the shot; costs of others stay as they are
   */
  EventCosts(UnaryCosts costs, float[] source, float[] target, int first) {
    this.costs = costs;
    this.source = source;
    this.target = target;
    this.first = first;
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
    for (int j = 0; j < target.length; j++) {
      float apart = source[frame] - target[j];
      row[first + j] += WEIGHT * apart * apart;
    }
  }
}
