package org.recyclegan.eval.segmentation;

/** What a class counts in a mean over classes where its score would be 0/0. */
public enum AbsentClass {
  /** It is left out of the mean. */
  SKIP,
  /** It counts as 0, as the published code's small denominators have it. */
  ZERO
}
