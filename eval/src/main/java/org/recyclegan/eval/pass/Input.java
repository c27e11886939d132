package org.recyclegan.eval.pass;

/** An input that a metric needs. */
public enum Input {
  /** The pictures of the output; without it the number does not depend on the output. */
  OUTPUT,
  /** The pictures of the source. */
  SOURCE,
  /** The truth, which is not always known. */
  REFERENCE,
  /** The flow estimator of the options. */
  FLOW,
  /** A network that the user supplies, and sets of samples; an evaluation of one clip has none. */
  NETWORK
}
