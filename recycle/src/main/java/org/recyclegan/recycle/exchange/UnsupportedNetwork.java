package org.recyclegan.recycle.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.recyclegan.video.InputException;

/**
 * Networks that options of the official code make and this project does not have: recognised from
 * their names, so that the refusal can say which option it was.
 */
enum UnsupportedNetwork {
  /** Its encoder and decoder are modules of their own. */
  PREDICTION("(^|\\.)model[13]\\.", "the predictor of --which_model_netP prediction", "unet_256"),
  /** Instance normalisation here has no weights of its own, and a convolution's have four sides. */
  BATCH_NORM("\\.weight$", "batch normalisation, of --norm batch", "--norm instance"),
  /** Every pixel judged for itself. */
  PIXEL("(^|\\.)net\\.", "the discriminator of --netD pixel", "--netD basic");

  private final Pattern names;
  private final String what;
  private final String instead;

  UnsupportedNetwork(String names, String what, String instead) {
    this.names = Pattern.compile(names);
    this.what = what;
    this.instead = instead;
  }

  /**
   * Refuses a file with such a network.
   *
   * @param file named in the refusal
   * @param shapes of its tensors by name
   * @throws InputException if it has a tensor that only such a network has
   */
  static void refuse(Path file, Map<String, List<Long>> shapes) throws InputException {
    for (Map.Entry<String, List<Long>> tensor : shapes.entrySet()) {
      for (UnsupportedNetwork network : values()) {
        if (network.has(tensor.getKey(), tensor.getValue())) {
          throw new InputException(
              "Tensor " + tensor.getKey() + " of " + file,
              "one of a residual generator, U-Net predictor or patch discriminator",
              "shape " + tensor.getValue() + ", of " + network.what,
              "That network is not supported; train with " + network.instead + ".");
        }
      }
    }
  }

  private boolean has(String name, List<Long> shape) {
    return names.matcher(name).find() && (this != BATCH_NORM || shape.size() == 1);
  }
}
