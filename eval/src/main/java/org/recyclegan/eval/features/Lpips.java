package org.recyclegan.eval.features;

import java.io.IOException;
import java.util.Optional;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.video.Frame;

/**
 * Collects LPIPS over the frames of a clip. The network (AlexNet trunk, v0.1 weights, inputs in
 * [-1, 1], no resizing) is the user's.
 *
 * <p>Reference: Zhang, Isola, Efros, Shechtman and Wang, The Unreasonable Effectiveness of Deep
 * Features as a Perceptual Metric, CVPR 2018, <a href="https://arxiv.org/abs/1801.03924">arXiv
 * 1801.03924</a>.
 */
public final class Lpips {

  /** The shortest side that leaves AlexNet's last layer more than one position. */
  public static final int MINIMUM_SIDE = 64;

  private final PerceptualDistance network;
  private double sum;
  private long frames;
  private long tooSmall;

  /**
   * Starts a clip.
   *
   * @param network the user's
   */
  public Lpips(PerceptualDistance network) {
    this.network = network;
  }

  /**
   * Compares a frame with its reference.
   *
   * @param reference how it should look
   * @param output how it looks, of the same size
   * @throws IOException if the network fails
   */
  public void add(Frame reference, Frame output) throws IOException {
    if (Math.min(output.width(), output.height()) < MINIMUM_SIDE) {
      tooSmall++;
      return;
    }
    double distance = network.between(reference, output);
    if (!Double.isFinite(distance)) {
      throw new IOException("The network returned " + distance + " for " + output);
    }
    sum += distance;
    frames++;
  }

  /** Returns the mean over the clip's frames, or the reason why there is none. */
  public Outcome outcome() {
    if (tooSmall > 0) {
      return Outcome.notApplicable(
          "LPIPS needs sides of at least " + MINIMUM_SIDE + ", found smaller frames", tooSmall);
    }
    return frames == 0
        ? Outcome.notApplicable("there were no frames", 0)
        : Outcome.value(sum / frames, Optional.empty(), frames);
  }
}
