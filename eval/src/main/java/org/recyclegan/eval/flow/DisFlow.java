package org.recyclegan.eval.flow;

import java.util.Locale;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/**
 * Dense inverse search, the default: fast, and the best of OpenCV's on large motion.
 *
 * <p>OpenCV's object is stateful, a flow found earlier is the first guess of the next, so each pair
 * gets an object of its own.
 *
 * <p>Reference: Kroeger, Timofte, Dai and Van Gool, Fast Optical Flow using Dense Inverse Search,
 * ECCV 2016, <a href="https://arxiv.org/abs/1603.03590">arXiv 1603.03590</a>.
 */
public final class DisFlow implements FlowEstimator {

  /** OpenCV's operating points. */
  public enum Preset {
    /** A few milliseconds, coarse. */
    ULTRAFAST(DISOpticalFlow.PRESET_ULTRAFAST),
    /** Twice that. */
    FAST(DISOpticalFlow.PRESET_FAST),
    /** The default here: a tenth of a pixel on medium motion. */
    MEDIUM(DISOpticalFlow.PRESET_MEDIUM);

    private final int code;

    Preset(int code) {
      this.code = code;
    }
  }

  private final Preset preset;

  /**
   * Chooses an operating point.
   *
   * @param preset OpenCV's name for it
   */
  public DisFlow(Preset preset) {
    this.preset = preset;
  }

  /**
   * Returns the estimator used where nothing else is asked for.
   *
   * @return DIS at {@link Preset#MEDIUM}
   */
  public static DisFlow medium() {
    return new DisFlow(Preset.MEDIUM);
  }

  @Override
  public FlowField flow(GrayImage from, GrayImage to) {
    return OpenCv.run(
        from,
        to,
        (a, b, flow) -> {
          try (DISOpticalFlow dis = DISOpticalFlow.create(preset.code)) {
            dis.calc(a, b, flow);
          }
        });
  }

  @Override
  public int minimumSide() {
    return OpenCv.MINIMUM_SIDE;
  }

  @Override
  public String describe() {
    return "DIS " + preset.name().toLowerCase(Locale.ROOT);
  }
}
