package org.recyclegan.eval.segmentation;

/**
 * How often each class was taken for each other one. Pixels of the truth outside of the classes
 * (255 by custom) are ignored. Counts are kept over a whole set before anything is divided, as in
 * {@code scripts/eval_cityscapes/util.py} of {@code junyanz/pytorch-CycleGAN-and-pix2pix}.
 */
public final class ConfusionMatrix {

  private final int classes;
  private final long[] counts;

  /**
   * Creates an empty matrix.
   *
   * @param classes how many, from 1 to 255
   * @throws IllegalArgumentException if out of range
   */
  public ConfusionMatrix(int classes) {
    if (classes < 1 || classes > 255) {
      throw new IllegalArgumentException("Expected 1 to 255 classes, found " + classes);
    }
    this.classes = classes;
    counts = new long[classes * classes];
  }

  /**
   * Counts a pair of label maps.
   *
   * @param truth one unsigned byte a pixel
   * @param predicted as many, each a class wherever the truth is one
   * @throws IllegalArgumentException if the lengths differ or a prediction is no class; nothing is
   *     counted then
   */
  public void add(byte[] truth, byte[] predicted) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(
          "Expected as many predictions as truths, found "
              + predicted.length
              + " and "
              + truth.length);
    }
    for (int i = 0; i < truth.length; i++) {
      if (isClass(truth[i]) && !isClass(predicted[i])) {
        throw new IllegalArgumentException(
            "Expected classes below " + classes + ", found " + (predicted[i] & 0xff));
      }
    }
    for (int i = 0; i < truth.length; i++) {
      if (isClass(truth[i])) {
        counts[classes * (truth[i] & 0xff) + (predicted[i] & 0xff)]++;
      }
    }
  }

  /** Returns the number of classes. */
  public int classes() {
    return classes;
  }

  /**
   * Returns one count.
   *
   * @param truth the class it is
   * @param predicted the class it was taken for
   */
  public long count(int truth, int predicted) {
    return counts[classes * truth + predicted];
  }

  private boolean isClass(byte label) {
    return (label & 0xff) < classes;
  }
}
