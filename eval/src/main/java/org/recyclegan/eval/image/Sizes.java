package org.recyclegan.eval.image;

import org.recyclegan.video.Frame;

/** The precondition of every comparison: equal sizes. */
final class Sizes {

  private Sizes() {}

  static void requireEqual(Frame a, Frame b) {
    if (a.width() != b.width() || a.height() != b.height()) {
      throw new IllegalArgumentException(
          "Expected two frames of one size, found " + a + " and " + b);
    }
  }
}
