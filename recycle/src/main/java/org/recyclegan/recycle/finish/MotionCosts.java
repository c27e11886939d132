package org.recyclegan.recycle.finish;

/**
 * What a jump in the target costs, as in video textures (Schödl and others 2000): how different the
 * candidate is from what would have followed, and what came before it from what was shown last, so
 * that motion goes on in its direction. Going on by one frame costs nothing.
 *
 * <p>D'(i+1, j) = (D(i, j-1) + D(i+1, j)) / 2 with D the squared distance of features; at the ends
 * of shots the half that exists. Their anticipation of dead ends is not needed: the search sees the
 * whole source.
 */
final class MotionCosts implements TransitionCosts {

  private final float[][] features;
  private final int[] shots;
  private final float weight;
  private final float jump;

  /**
   * Takes the target's features.
   *
   * @param features of every candidate
   * @param shots the shot of every candidate; frames of a shot follow each other
   * @param weight of the distances
   * @param jump cost of leaving the order by more than two frames, over and above
   */
  MotionCosts(float[][] features, int[] shots, float weight, float jump) {
    this.features = features;
    this.shots = shots;
    this.weight = weight;
    this.jump = jump;
  }

  @Override
  public float cost(int from, int to) {
    boolean follows = from + 1 < shots.length && shots[from + 1] == shots[from];
    if (follows && to == from + 1) {
      return 0;
    }
    boolean near = shots[from] == shots[to] && to >= from && to <= from + 2;
    return weight * dynamic(from, to, follows) + (near ? 0 : jump);
  }

  private float dynamic(int from, int to, boolean follows) {
    boolean precedes = to > 0 && shots[to - 1] == shots[to];
    if (follows && precedes) {
      return (distance(from, to - 1) + distance(from + 1, to)) / 2;
    }
    if (follows) {
      return distance(from + 1, to);
    }
    return distance(from, precedes ? to - 1 : to);
  }

  private float distance(int i, int j) {
    float[] a = features[i];
    float[] b = features[j];
    float even = 0;
    float odd = 0;
    int k = 0;
    for (; k + 1 < a.length; k += 2) {
      float first = a[k] - b[k];
      float second = a[k + 1] - b[k + 1];
      even += first * first;
      odd += second * second;
    }
    if (k < a.length) {
      even += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return even + odd;
  }
}
