package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * Triplets of consecutive frames of one domain, batched frame by frame: all first frames, then all
 * second, then all third. (3N, 3, H, W), float32, [-1, 1].
 */
public final class TripletBatch {

  private final NDManager step;
  private final TensorOps ops;
  private final NDArray frames;
  private final int samples;

  /**
   * Wraps a batch.
   *
   * @param step owner of the views handed out
   * @param frames (3N, 3, H, W)
   */
  public TripletBatch(NDManager step, TensorOps ops, NDArray frames) {
    this.step = step;
    this.ops = ops;
    this.frames = frames;
    samples = Math.toIntExact(frames.getShape().get(0) / 3);
  }

  /** Returns N, the number of triplets. */
  int samples() {
    return samples;
  }

  /**
   * Returns the first frames: x_t, x_t and x_{t+1}, or all three.
   *
   * @param count 1, 2 or 3
   * @return (count·N, 3, H, W)
   */
  public NDArray first(int count) {
    return ops.rows(step, frames, 0, count * samples);
  }

  /** Returns x_{t+2}: (N, 3, H, W). */
  public NDArray third() {
    return ops.rows(step, frames, 2 * samples, samples);
  }
}
