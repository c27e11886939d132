package org.recyclegan.eval.flow;

/**
 * Flow known from elsewhere: the truth of a drawn scene, or another program's estimate. It knows
 * frames by their numbers only, so in an evaluation it answers alike for source and output.
 */
public final class GivenFlow implements FlowEstimator {

  /** Looks a flow up by the numbers of its two frames. */
  @FunctionalInterface
  public interface Lookup {

    /**
     * Returns the flow between two frames.
     *
     * @param from the frame the vectors start in, its number in {@link GrayImage#index()}
     * @param to the frame they point into
     * @return one vector a pixel of {@code from}
     */
    FlowField between(GrayImage from, GrayImage to);
  }

  private final String description;
  private final Lookup lookup;

  /**
   * Serves flow from a function.
   *
   * @param description what a score's protocol shall call it
   * @param lookup answers for any pair of frames, from any thread
   */
  public GivenFlow(String description, Lookup lookup) {
    this.description = description;
    this.lookup = lookup;
  }

  /**
   * Describes content that moves by the same step from each frame to the next.
   *
   * @param u pixels to the right in a frame's time
   * @param v pixels downwards in a frame's time
   * @return that motion between any two frames, forwards or backwards
   */
  public static GivenFlow steady(float u, float v) {
    return new GivenFlow(
        "steady (" + u + ", " + v + ")",
        (from, to) -> {
          int steps = to.index() - from.index();
          return FlowField.constant(from.width(), from.height(), steps * u, steps * v);
        });
  }

  @Override
  public FlowField flow(GrayImage from, GrayImage to) {
    FlowField flow = lookup.between(from, to);
    if (flow.width() != from.width() || flow.height() != from.height()) {
      throw new IllegalArgumentException(
          "Expected a flow of the size of " + from + ", got " + flow);
    }
    return flow;
  }

  @Override
  public int minimumSide() {
    return 1;
  }

  @Override
  public String describe() {
    return description;
  }
}
