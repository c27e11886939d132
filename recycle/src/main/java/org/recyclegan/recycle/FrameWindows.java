package org.recyclegan.recycle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * What a discriminator judges at a time: so many consecutive frames, joined on channels. With one
 * frame a window is that frame, as published.
 */
final class FrameWindows {

  private final TensorOps ops;
  private final int length;

  /**
   * Creates windows of one length.
   *
   * @param length frames in a window, at least 1
   */
  FrameWindows(TensorOps ops, int length) {
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
  NDArray of(NDManager step, NDArray frames, int samples) {
    if (length == 1) {
      return frames;
    }
    int windows = Math.toIntExact(frames.getShape().get(0)) - (length - 1) * samples;
    NDArray[] channels = new NDArray[length];
    for (int i = 0; i < length; i++) {
      channels[i] = ops.rows(step, frames, i * samples, windows);
    }
    return ops.concat(step, 1, channels);
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
