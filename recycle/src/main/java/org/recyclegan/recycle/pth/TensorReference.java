package org.recyclegan.recycle.pth;

import java.util.List;

/**
 * A tensor as the pickle describes it: a view of a storage.
 *
 * @param storage where its values are
 * @param offset of its first element
 * @param shape sides
 * @param strides elements from one index to the next, for each side
 */
record TensorReference(
    StorageReference storage, long offset, List<Long> shape, List<Long> strides) {

  /** Refuses a view that reaches beyond its storage, or that repeats elements to grow. */
  TensorReference {
    boolean valid = offset >= 0 && shape.size() == strides.size();
    long elements = 1;
    long last = offset;
    for (int i = 0; valid && i < shape.size(); i++) {
      long side = shape.get(i);
      long stride = strides.get(i);
      valid = side >= 1 && stride >= 0 && elements <= storage.elements() / side;
      elements *= side;
      valid = valid && (side == 1 || stride <= storage.elements() / (side - 1));
      last += (side - 1) * stride;
    }
    if (!valid || last >= storage.elements()) {
      throw new RefusedException(
          "a tensor of shape "
              + shape
              + " and strides "
              + strides
              + " from element "
              + offset
              + " of a storage of "
              + storage.elements());
    }
  }

  /** Returns the number of elements. */
  int elements() {
    return Math.toIntExact(shape.stream().reduce(1L, (x, y) -> x * y));
  }
}
