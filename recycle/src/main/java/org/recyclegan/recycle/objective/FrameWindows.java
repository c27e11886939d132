package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * What a discriminator judges at a time: N consecutive frames, joined on channels. With one frame a
 * window is that frame, as published.
 */
public final class FrameWindows {

  private final TensorOps ops;
  private final int length;

  /**
   * Creates windows of one length.
   *
   * @param length frames in a window, at least 1
   */
  public FrameWindows(TensorOps ops, int length) {
    this.ops = ops;
    this.length = length;
  }

  /**
   * Returns every window of consecutive frames, in the order of time.
   *
   * @param step owner of the result
   * @param frames (F·N, 3, H, W), F at least the length: all first frames, then all second, and so
   *     on
   * @param samples N
   * @return ((F - length + 1)·N, 3·length, H, W), the earliest frame in the first channels
   */
  public NDArray of(NDManager step, NDArray frames, int samples) {
    if (length == 1) {
      return frames;
    }
    return ops.concat(step, 1, parts(step, frames, samples));
  }

  /**
   * Returns every window of consecutive frames as it would be if time ran the other way.
   *
   * @param step owner of the result
   * @param frames as for {@link #of}
   * @param samples N
   * @return as {@link #of}, but the latest frame in the first channels
   */
  NDArray reversed(NDManager step, NDArray frames, int samples) {
    List<NDArray> parts = Arrays.asList(parts(step, frames, samples));
    Collections.reverse(parts);
    return ops.concat(step, 1, parts.toArray(NDArray[]::new));
  }

  /** The first frames of all windows, then the second ones, and so on. */
  private NDArray[] parts(NDManager step, NDArray frames, int samples) {
    int windows = Math.toIntExact(frames.getShape().get(0)) - (length - 1) * samples;
    NDArray[] parts = new NDArray[length];
    for (int i = 0; i < length; i++) {
      parts[i] = ops.rows(step, frames, i * samples, windows);
    }
    return parts;
  }

  /**
   * Returns the one window that ends with a continuation of two frames.
   *
   * @param step owner of the result
   * @param frames (at least 2·N, 3, H, W): all first frames, then all second ones
   * @param third (N, 3, H, W): what comes after them
   * @param samples N
   * @return (N, 3·length, H, W)
   */
  NDArray endingWith(NDManager step, NDArray frames, NDArray third, int samples) {
    if (length == 1) {
      return third;
    }
    int before = length - 1;
    NDArray earlier = ops.rows(step, frames, (2 - before) * samples, before * samples);
    return of(step, ops.concat(step, 0, earlier, third), samples);
  }
}
