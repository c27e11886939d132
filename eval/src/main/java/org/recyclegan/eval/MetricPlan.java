package org.recyclegan.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recyclegan.eval.flow.FarnebackFlow;
import org.recyclegan.eval.flow.FlowEstimator;
import org.recyclegan.eval.image.MsSsim;
import org.recyclegan.eval.image.Ssim;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.temporal.Tof;
import org.recyclegan.video.VideoInfo;

/** Which of the metrics asked for can be computed on these videos, by what, and why others not. */
final class MetricPlan {

  private static final Set<MetricName> IMAGE =
      Collections.unmodifiableSet(EnumSet.of(MetricName.PSNR, MetricName.SSIM, MetricName.MS_SSIM));

  private static final Set<MetricName> OF_THE_OUTPUT_ALONE =
      Collections.unmodifiableSet(EnumSet.of(MetricName.FLICKERING, MetricName.DYNAMIC_DEGREE));

  private static final Map<MetricName, Integer> MINIMUM_SIDES =
      Map.of(
          MetricName.SSIM, Ssim.MINIMUM_SIDE,
          MetricName.MS_SSIM, MsSsim.MINIMUM_SIDE,
          MetricName.TOF, Tof.MINIMUM_SIDE,
          MetricName.TOF_SOURCE, Tof.MINIMUM_SIDE);

  private final EvaluationOptions options;
  private final VideoInfo info;
  private final boolean hasReference;
  private final Set<MetricName> possible = EnumSet.noneOf(MetricName.class);

  /** Plans for an output like this. What cannot be computed is answered at once. */
  MetricPlan(EvaluationOptions options, VideoInfo info, boolean hasReference, Results results) {
    this.options = options;
    this.info = info;
    this.hasReference = hasReference;
    for (MetricName name : options.metrics()) {
      Optional<String> objection = objection(name);
      if (objection.isPresent()) {
        results.notApplicable(name, objection.get(), 0);
      } else {
        possible.add(name);
      }
    }
  }

  /** Names of the videos whose pictures a metric looks at. */
  Set<String> videos() {
    Set<String> names = new HashSet<>();
    names.add(AlignedFrames.OUTPUT);
    for (MetricName name : possible) {
      if (name.needsReference()) {
        names.add(AlignedFrames.REFERENCE);
      } else if (!OF_THE_OUTPUT_ALONE.contains(name)) {
        names.add(AlignedFrames.SOURCE);
      }
    }
    return names;
  }

  /** How many frames before the current one must be held. */
  int depth() {
    return possible.contains(MetricName.WARP_ERROR_INTERVAL) ? options.warpInterval() : 1;
  }

  /** Those that take longest first, so that no thread is left with them at the end of a step. */
  List<Accumulator> accumulators() {
    List<Accumulator> accumulators = new ArrayList<>();
    FlowEstimator flow = options.flow();
    addWarpErrors(accumulators, flow);
    addTofs(accumulators);
    if (SyncAccumulator.NAMES.stream().anyMatch(possible::contains)) {
      accumulators.add(new SyncAccumulator(info.rate(), flow));
    }
    if (possible.contains(MetricName.DYNAMIC_DEGREE)) {
      accumulators.add(new DynamicAccumulator(info.rate(), flow));
    }
    Set<MetricName> image = EnumSet.copyOf(IMAGE);
    image.retainAll(possible);
    if (!image.isEmpty()) {
      accumulators.add(new ImageAccumulator(image));
    }
    if (possible.contains(MetricName.FLICKERING)) {
      accumulators.add(new FlickerAccumulator());
    }
    return accumulators;
  }

  private void addWarpErrors(List<Accumulator> accumulators, FlowEstimator flow) {
    if (possible.contains(MetricName.WARP_ERROR_INTERVAL)) {
      accumulators.add(
          new WarpAccumulator(MetricName.WARP_ERROR_INTERVAL, options.warpInterval(), flow));
    }
    if (possible.contains(MetricName.WARP_ERROR_LONG)) {
      accumulators.add(
          new WarpAccumulator(MetricName.WARP_ERROR_LONG, WarpAccumulator.FIRST, flow));
    }
    if (possible.contains(MetricName.WARP_ERROR)
        || possible.contains(MetricName.WARP_ERROR_SOURCE)
        || possible.contains(MetricName.WARP_ERROR_RATIO)) {
      accumulators.add(new WarpAccumulator(MetricName.WARP_ERROR, 1, flow));
    }
  }

  private void addTofs(List<Accumulator> accumulators) {
    Optional<Tof.Crop> crop = Tof.Crop.of(info.width(), info.height());
    if (crop.isEmpty()) {
      return;
    }
    // One object for both, so that the output's flow is found once.
    FlowEstimator farneback = new FarnebackFlow();
    if (possible.contains(MetricName.TOF_SOURCE)) {
      accumulators.add(
          new TofAccumulator(MetricName.TOF_SOURCE, FrameSet::source, farneback, crop.get()));
    }
    if (possible.contains(MetricName.TOF)) {
      accumulators.add(new TofAccumulator(MetricName.TOF, FrameSet::truth, farneback, crop.get()));
    }
  }

  private Optional<String> objection(MetricName name) {
    if (name.needsNetwork()) {
      return Optional.of(
          "needs a network supplied by you, and a set of samples rather than one clip");
    }
    if (name.needsReference() && !hasReference) {
      return Optional.of("no reference was given");
    }
    int minimum =
        name.needsFlow() ? options.flow().minimumSide() : MINIMUM_SIDES.getOrDefault(name, 1);
    int side = Math.min(info.width(), info.height());
    if (side < minimum) {
      return Optional.of(
          String.format(Locale.ROOT, "needs sides of at least %d pixels, found %d", minimum, side));
    }
    return Optional.empty();
  }
}
