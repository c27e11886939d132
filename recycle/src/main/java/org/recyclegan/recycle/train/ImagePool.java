package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.nn.Torch;

/**
 * A history of fakes (Shrivastava et al., CVPR 2017): a discriminator sees a past fake half of the
 * time, so that a generator cannot win by moving in circles. Until it is full, every fake is stored
 * and shown; then each is shown, or with probability one half stored in place of a random one that
 * is shown instead. Size 0 switches it off, as the published scripts do.
 */
public final class ImagePool implements AutoCloseable {

  private final int size;
  private final NDManager manager;
  private final TensorOps ops;
  private final List<NDArray> images = new ArrayList<>();

  ImagePool(Torch torch, int size) {
    this.size = size;
    manager = torch.manager().newSubManager();
    ops = torch.ops();
  }

  /**
   * Exchanges fakes for the ones to show.
   *
   * @param step owner of the result
   * @param fakes (N, C, H, W), detached; the frames of a window are channels and so stay together
   * @param random decides what is exchanged
   * @return the same shape
   */
  NDArray query(NDManager step, NDArray fakes, SplittableRandom random) {
    if (size == 0) {
      return fakes;
    }
    int count = Math.toIntExact(fakes.getShape().get(0));
    NDArray[] shown = new NDArray[count];
    for (int i = 0; i < count; i++) {
      NDArray fake = ops.rows(step, fakes, i, 1);
      if (images.size() < size) {
        images.add(copy(fake));
        shown[i] = fake;
      } else if (random.nextDouble() > 0.5) {
        int chosen = random.nextInt(size);
        NDArray old = images.get(chosen);
        images.set(chosen, copy(fake));
        old.attach(step);
        shown[i] = old;
      } else {
        shown[i] = fake;
      }
    }
    return ops.concat(step, 0, shown);
  }

  /** Returns the stored fakes, oldest place first. */
  public List<NDArray> images() {
    return images;
  }

  /** Forgets what is stored. */
  public void clear() {
    images.forEach(NDArray::close);
    images.clear();
  }

  /** Puts a stored fake back, when a run is resumed. */
  public void restore(float[] values, long[] shape) {
    images.add(manager.create(values, new Shape(shape)));
  }

  private NDArray copy(NDArray fake) {
    NDArray copy = fake.duplicate();
    copy.attach(manager);
    return copy;
  }

  @Override
  public void close() {
    manager.close();
  }
}
