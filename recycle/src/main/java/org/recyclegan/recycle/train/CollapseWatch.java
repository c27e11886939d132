package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.RecycleGan;

/**
 * Notices a generator that has collapsed, by what it makes of a few fixed frames: pictures of one
 * colour, whose standard deviation over their pixels is below {@value #FLAT} of [-1, 1]; or one
 * picture for any input, where the deviation from frame to frame is below {@value #SAME} of that of
 * the frames themselves. Still frames tell nothing of the second kind.
 *
 * <p>It looks at the generators that learn, not at their averages: those would show a collapse only
 * when it is too late.
 */
final class CollapseWatch {

  /** Little more than one of 255 levels. */
  static final double FLAT = 0.01;

  static final double SAME = 0.02;

  /** Below this the frames given are themselves as good as one. */
  private static final double STILL = 0.02;

  private final Torch torch;
  private final TensorOps ops;
  private final RecycleGan gan;
  private final Map<String, NDArray> frames = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();

  /**
   * Prepares it.
   *
   * @param framesA of domain A, at least two: (N, 3, H, W), [-1, 1]
   * @param framesB of domain B
   */
  CollapseWatch(Torch torch, RecycleGan gan, NDArray framesA, NDArray framesB) {
    this.torch = torch;
    this.gan = gan;
    ops = torch.ops();
    frames.put(Direction.A2B.generator(), framesA);
    frames.put(Direction.B2A.generator(), framesB);
  }

  /**
   * Looks at both generators.
   *
   * @return how each that has collapsed shows it, by name
   */
  Map<String, String> find() {
    return torch.inferring(
        () -> {
          Map<String, String> found = new LinkedHashMap<>();
          frames.forEach((name, given) -> look(name, given, found));
          return found;
        });
  }

  private void look(String name, NDArray given, Map<String, String> found) {
    try (NDManager scope = torch.manager().newSubManager()) {
      NDArray made = gan.network(name).forward(scope, given);
      double within = ops.deviation(scope, made, 2, 3);
      double between = ops.deviation(scope, made, 0, 0);
      double betweenGiven = ops.deviation(scope, given, 0, 0);
      if (within < FLAT) {
        found.put(name, String.format(Locale.ROOT, "pictures of one colour (%.4f)", within));
      } else if (betweenGiven >= STILL && between < SAME * betweenGiven) {
        found.put(
            name, String.format(Locale.ROOT, "the same picture for every input (%.4f)", between));
      }
    }
  }

  /** Returns a warning where one is due: once for each generator, and again after it recovered. */
  @Nullable String warning(Map<String, String> found, long step) {
    told.retainAll(found.keySet());
    boolean news = told.addAll(found.keySet());
    return news
        ? "Collapse at step "
            + step
            + ": "
            + found
            + ". If it lasts, begin another run with another `seed` or a lower `learning-rate`."
        : null;
  }
}
