package org.recyclegan.eval.segmentation;

/** How a class counts in a mean over classes if its score is 0/0. */
public enum AbsentClass {
  /** It is left out of the mean. */
  SKIP,
  /** It counts as 0, as the published code's small denominators have it. */
  ZERO
}
