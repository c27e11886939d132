package org.recyclegan.eval.metrics;

import org.recyclegan.eval.pass.Input;

/** Warping error from frame to frame. */
final class WarpErrorMetric extends WarpMetric {

  WarpErrorMetric() {
    super(
        "warp_error",
        "Lai et al. 2018: frame t against t+1 fetched along the source's flow ({flow}, native"
            + " size), forward-backward occlusion mask of the source; squared, values in [0, 1],"
            + " mean over channels; mean over pairs",
        Input.OUTPUT,
        Input.SOURCE,
        Input.FLOW);
  }
}
