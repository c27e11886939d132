package org.recyclegan.eval.flow;

/**
 * Finds the flow between two frames. Implementations keep nothing between calls, so that a metric
 * cannot depend on the order in which pairs are asked for, and may be used from several threads.
 */
public interface FlowEstimator {

  /**
   * Estimates where the content of one frame is in another.
   *
   * @param from the frame the vectors start in
   * @param to a frame of the same size that they point into
   * @return one vector a pixel of {@code from}
   * @throws IllegalArgumentException if the sizes differ, or a side is below {@link #minimumSide()}
   */
  FlowField flow(GrayImage from, GrayImage to);

  /**
   * Returns the smallest picture this can work on.
   *
   * @return pixels of the shorter side
   */
  int minimumSide();

  /**
   * Names the method and its parameters, for the protocol of a score.
   *
   * @return for example {@code "DIS medium"}
   */
  String describe();
}
