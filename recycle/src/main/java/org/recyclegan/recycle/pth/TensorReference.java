package org.recyclegan.recycle.pth;

import java.util.List;

/**
 * A tensor as the pickle describes it: a view of a storage, to be checked before it is read.
 *
 * @param storage where its values are
 * @param offset of its first element
 * @param shape sides
 * @param strides elements from one index to the next, for each side
 */
record TensorReference(
    StorageReference storage, long offset, List<Long> shape, List<Long> strides) {

  /** The largest published tensor has an eighth of this; anything larger is refused unread. */
  private static final int LARGEST_SPAN_BYTES = 1 << 28;

  /** A convolution's weight has four. */
  private static final int MOST_SIDES = 8;

  /**
   * Refuses a view that reaches beyond its storage, that repeats elements to grow, or whose
   * elements lie so far apart that it would take much memory to read them.
   *
   * @param name of the tensor
   */
  void check(String name) {
    boolean valid = offset >= 0 && shape.size() == strides.size() && shape.size() <= MOST_SIDES;
    long elements = 1;
    long last = offset;
    for (int i = 0; valid && i < shape.size(); i++) {
      long side = shape.get(i);
      long stride = strides.get(i);
      valid = side >= 1 && stride >= 0 && elements <= storage.elements() / side;
      elements *= Math.max(1, side);
      valid = valid && (side == 1 || stride <= storage.elements() / (side - 1));
      last += (side - 1) * stride;
    }
    if (!valid
        || last >= storage.elements()
        || (last - offset + 1) * storage.type().bytes() > LARGEST_SPAN_BYTES) {
      throw new RefusedException(
          "tensor "
              + name
              + " of shape "
              + shape
              + " and strides "
              + strides
              + " from element "
              + offset
              + " of a storage of "
              + storage.elements());
    }
  }

  /** Returns the number of elements in the storage from its first to its last, both included. */
  int span() {
    long span = 1;
    for (int i = 0; i < shape.size(); i++) {
      span += (shape.get(i) - 1) * strides.get(i);
    }
    return Math.toIntExact(span);
  }

  /** Returns the number of elements. */
  int elements() {
    return Math.toIntExact(shape.stream().reduce(1L, (x, y) -> x * y));
  }
}
