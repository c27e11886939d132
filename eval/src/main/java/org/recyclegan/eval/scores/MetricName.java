package org.recyclegan.eval.scores;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.recyclegan.video.InputException;

/**
 * The metrics that can be asked for: the name in options and files, the unit, which way is better,
 * and the protocol, that is, what exactly is computed. {@code {flow}} in a protocol stands for the
 * flow estimator in use.
 */
public enum MetricName {
  /** Peak signal-to-noise ratio. */
  PSNR(
      Needs.REFERENCE,
      "dB",
      Better.HIGHER,
      "RGB, squared error over pixels and channels jointly, peak 255; mean over frames"),
  /** Structural similarity. */
  SSIM(
      Needs.REFERENCE,
      "1",
      Better.HIGHER,
      "Wang et al. 2004 on each of R, G, B: 11x11 Gaussian of sigma 1.5, valid area, population"
          + " variances; mean over channels and frames"),
  /** Multi-scale structural similarity. */
  MS_SSIM(
      Needs.REFERENCE,
      "1",
      Better.HIGHER,
      "Wang et al. 2003 on each of R, G, B: five scales, odd sides zero-padded; mean over channels"
          + " and frames"),
  /** Distance of the motion from the reference's. */
  TOF(
      Needs.REFERENCE,
      "px",
      Better.LOWER,
      "TecoGAN: Farneback (0.5, 3, 15, 3, 5, 1.2) on luma, cropped to multiples of 32, Euclidean;"
          + " output against reference; mean over pairs of frames, none cut off"),
  /** Distance of the motion from the source's. */
  TOF_SOURCE(
      Needs.SOURCE, "px", Better.LOWER, "as tof, with the source in the place of the reference"),
  /** Warping error from frame to frame. */
  WARP_ERROR(
      Needs.FLOW,
      "1",
      Better.LOWER,
      "Lai et al. 2018: frame t against t+1 fetched along the source's flow ({flow}, native size),"
          + " forward-backward occlusion mask of the source; squared, values in [0, 1], mean over"
          + " channels; mean over pairs"),
  /** The source's own warping error: the floor that errors of the flow and the light set. */
  WARP_ERROR_SOURCE(Needs.FLOW, "1", Better.LOWER, "as warp_error, of the source itself ({flow})"),
  /** Warping error as a multiple of the source's own. */
  WARP_ERROR_RATIO(Needs.FLOW, "1", Better.LOWER, "warp_error over warp_error_source ({flow})"),
  /** Warping error against the first frame. */
  WARP_ERROR_LONG(
      Needs.FLOW,
      "1",
      Better.LOWER,
      "as warp_error, each frame against the first ({flow}); mean over frames from the second"),
  /** Warping error over a fixed interval. */
  WARP_ERROR_INTERVAL(Needs.FLOW, "1", Better.LOWER, "as warp_error, frame t against t+k ({flow})"),
  /** Temporal flickering. */
  FLICKERING(
      Needs.OUTPUT,
      "1",
      Better.HIGHER,
      "VBench, raw: 1 - mean |f_t - f_t+1| / 255 over pixels, channels and pairs"),
  /** Whether anything moves. */
  DYNAMIC_DEGREE(
      Needs.FLOW,
      "1",
      Better.HIGHER,
      "VBench with {flow} for RAFT: at about 8 frames/s, 1 if in round(T/4) steps the fastest 5 %"
          + " of the pixels move by more than 6 min(H, W)/256 px, else 0"),
  /** Correlation of the motion. */
  SYNC_PEARSON(
      Needs.FLOW,
      "1",
      Better.HIGHER,
      "Pearson at lag 0 of the motion energies, mean length of each video's own flow ({flow})"),
  /** Rank correlation of the motion. */
  SYNC_SPEARMAN(
      Needs.FLOW, "1", Better.HIGHER, "Spearman at lag 0 of the motion energies ({flow})"),
  /** Correlation of the motion at the best shift. */
  SYNC_NCC(
      Needs.FLOW,
      "1",
      Better.HIGHER,
      "largest Pearson of the overlapping motion energies ({flow}) over lags to min(12, T/4)"),
  /** The best shift. */
  SYNC_LAG_MS(
      Needs.FLOW,
      "ms",
      Better.ZERO,
      "lag of sync_ncc, positive if the output is late; nearer to 0 is better ({flow})"),
  /** How far from in step the best alignment is. */
  SYNC_DTW_MS(
      Needs.FLOW,
      "ms",
      Better.LOWER,
      "mean |i - j| on the cheapest warping path of the z-scored motion energies ({flow}), band of"
          + " 10 %"),
  /** Delay of the strongest periodic motion. */
  SYNC_PHASE_MS(
      Needs.FLOW,
      "ms",
      Better.ZERO,
      "phase lag at the strongest frequency of the source's motion energy ({flow}), positive if the"
          + " output is late; nearer to 0 is better"),
  /** Fréchet Inception distance. */
  FID(
      Needs.NETWORK,
      "1",
      Better.LOWER,
      "Heusel et al. 2017: Frechet distance of 2048 Inception-2015-12-05 features"),
  /** Kernel Inception distance. */
  KID(
      Needs.NETWORK,
      "1",
      Better.LOWER,
      "Binkowski et al. 2018: unbiased MMD^2, cubic kernel, 2048 Inception-2015-12-05 features,"
          + " every sample once"),
  /** Fréchet distance of whatever features. */
  FRECHET(
      Needs.NETWORK,
      "1",
      Better.LOWER,
      "Frechet distance of the features of the network given, unbiased covariances; frames as"
          + " samples"),
  /** Kernel distance of whatever features. */
  KERNEL(
      Needs.NETWORK,
      "1",
      Better.LOWER,
      "unbiased MMD^2, cubic kernel, of the features of the network given; frames as samples"),
  /** Fréchet video distance. */
  FVD(
      Needs.NETWORK,
      "1",
      Better.LOWER,
      "fvd2048_16f: Frechet distance of 400 I3D Kinetics-400 logits, clips of 16 frames"),
  /** Learned perceptual distance. */
  LPIPS(Needs.NETWORK, "1", Better.LOWER, "LPIPS-alex v0.1, native size; mean over frames");

  /** What must be there. */
  private enum Needs {
    OUTPUT,
    SOURCE,
    FLOW,
    REFERENCE,
    NETWORK
  }

  private static final Set<MetricName> DEFAULTS =
      Arrays.stream(values())
          .filter(name -> name != WARP_ERROR_INTERVAL && name.needs != Needs.NETWORK)
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toCollection(() -> EnumSet.noneOf(MetricName.class)),
                  Collections::unmodifiableSet));

  private final Needs needs;
  private final String unit;
  private final Better direction;
  private final String protocol;

  MetricName(Needs needs, String unit, Better direction, String protocol) {
    this.needs = needs;
    this.unit = unit;
    this.direction = direction;
    this.protocol = protocol;
  }

  /**
   * Returns the metrics computed where nothing is asked for: all but those that need a network or
   * an interval.
   *
   * @return in the order of this enumeration, unmodifiable
   */
  public static Set<MetricName> defaults() {
    return DEFAULTS;
  }

  /**
   * Reads a list of names.
   *
   * @param list names with commas between them, blanks allowed
   * @return the metrics, in the order of this enumeration
   * @throws InputException if a name is unknown, naming the nearest one, or there is none at all
   */
  public static Set<MetricName> parseList(String list) throws InputException {
    Set<MetricName> names = EnumSet.noneOf(MetricName.class);
    for (String word : list.split(",", -1)) {
      if (!word.isBlank()) {
        names.add(parse(word.strip()));
      }
    }
    if (names.isEmpty()) {
      throw new InputException(
          "--metrics", "names with commas between them", "\"" + list + "\"", known());
    }
    return names;
  }

  /**
   * Returns the name used in options and files.
   *
   * @return for example {@code "ms_ssim"}
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the unit.
   *
   * @return a symbol, {@code "1"} for a pure number
   */
  public String unit() {
    return unit;
  }

  /**
   * Returns which way is better.
   *
   * @return the direction
   */
  public Better direction() {
    return direction;
  }

  /**
   * Returns what exactly is computed.
   *
   * @param flow the name of the flow estimator in use
   * @return one line for people
   */
  public String protocol(String flow) {
    return protocol.replace("{flow}", flow);
  }

  /**
   * Returns whether the truth is needed.
   *
   * @return true if there must be a reference
   */
  public boolean needsReference() {
    return needs == Needs.REFERENCE;
  }

  /**
   * Returns whether the chosen flow estimator is needed.
   *
   * @return true if it is; tOF uses its own
   */
  public boolean needsFlow() {
    return needs == Needs.FLOW;
  }

  /**
   * Returns whether a network supplied by the person is needed.
   *
   * @return true for the metrics of {@code org.recyclegan.eval.features}
   */
  public boolean needsNetwork() {
    return needs == Needs.NETWORK;
  }

  private static MetricName parse(String word) throws InputException {
    for (MetricName name : values()) {
      if (name.text().equals(word)) {
        return name;
      }
    }
    String lower = word.toLowerCase(Locale.ROOT);
    MetricName nearest =
        Collections.min(
            Arrays.asList(values()),
            Comparator.comparingInt(name -> EditDistance.between(lower, name.text())));
    throw new InputException(
        "--metrics",
        "the name of a metric",
        "\"" + word + "\"",
        "Did you mean " + nearest.text() + "? " + known());
  }

  private static String known() {
    return Arrays.stream(values())
        .map(MetricName::text)
        .collect(Collectors.joining(", ", "Known are ", "."));
  }
}
