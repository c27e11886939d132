package org.recyclegan.recycle.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/** The source of the terms' random tensors; a test can give its own. */
public interface RandomInputs {

  /**
   * Returns values from the standard normal distribution.
   *
   * @param owner of the result
   * @param name of what they are for; another name has other values
   */
  NDArray normal(NDManager owner, String name, Shape shape);

  /** Returns inputs that depend on the seed and the name only, not on the order of the calls. */
  static RandomInputs seeded(long seed) {
    return (owner, name, shape) -> {
      SplittableRandom random = new SplittableRandom(seed ^ ((long) name.hashCode() << 32));
      float[] values = new float[Math.toIntExact(shape.size())];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      return owner.create(values, shape);
    };
  }
}
