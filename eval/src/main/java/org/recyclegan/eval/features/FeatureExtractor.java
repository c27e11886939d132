package org.recyclegan.eval.features;

import java.io.IOException;
import java.util.List;
import org.recyclegan.video.Frame;

/** A network that sees: Inception on a frame, I3D on a clip, any that the user supplies. */
@FunctionalInterface
public interface FeatureExtractor {

  /**
   * Describes one sample.
   *
   * @param frames the sample: one frame for an image network, consecutive frames for a video
   *     network. Resizing and normalising them is the extractor's part, because it is the network's
   *     protocol.
   * @return its features, always as many
   * @throws IOException if the network fails
   */
  float[] features(List<Frame> frames) throws IOException;
}
