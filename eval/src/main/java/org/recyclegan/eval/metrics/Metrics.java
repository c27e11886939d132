package org.recyclegan.eval.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recyclegan.eval.metrics.network.FidMetric;
import org.recyclegan.eval.metrics.network.FrechetMetric;
import org.recyclegan.eval.metrics.network.FvdMetric;
import org.recyclegan.eval.metrics.network.KernelMetric;
import org.recyclegan.eval.metrics.network.KidMetric;
import org.recyclegan.eval.metrics.network.LpipsMetric;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.text.Nearest;
import org.recyclegan.video.InputException;

/** The metrics that can be asked for. */
public final class Metrics {

  /** All of them, in the order of tables and files. */
  public static final List<Metric> ALL =
      List.of(
          new PsnrMetric(),
          new SsimMetric(),
          new MsSsimMetric(),
          new SharpnessRatioMetric(),
          new LatticeMetric(),
          new TofMetric(),
          new TofSourceMetric(),
          new WarpErrorMetric(),
          new WarpErrorSourceMetric(),
          new WarpErrorRatioMetric(),
          new WarpErrorLongMetric(),
          new WarpErrorIntervalMetric(),
          new FlickeringMetric(),
          new DynamicDegreeMetric(),
          new SyncPearsonMetric(),
          new SyncSpearmanMetric(),
          new SyncNccMetric(),
          new SyncLagMetric(),
          new SyncDtwMetric(),
          new SyncPhaseMetric(),
          new FidMetric(),
          new KidMetric(),
          new FrechetMetric(),
          new KernelMetric(),
          new FvdMetric(),
          new LpipsMetric());

  private Metrics() {}

  /** Returns the metrics computed where the user names none, in the order of {@link #ALL}. */
  public static Set<Metric> defaults() {
    return inOrder(ALL.stream().filter(Metric::isDefault).toList());
  }

  /** Returns those metrics in the order of {@link #ALL}, any of the caller's own at the end. */
  public static Set<Metric> inOrder(Collection<Metric> metrics) {
    Set<Metric> ordered = new LinkedHashSet<>(ALL);
    ordered.retainAll(metrics);
    ordered.addAll(metrics);
    return Collections.unmodifiableSet(ordered);
  }

  public static Optional<Metric> find(String name) {
    return ALL.stream().filter(metric -> metric.name().equals(name)).findFirst();
  }

  /**
   * Returns the metrics of some names, in the order of {@link #ALL}.
   *
   * @throws IllegalArgumentException if a name is unknown
   */
  public static Set<Metric> named(String... names) {
    List<Metric> metrics = new ArrayList<>();
    for (String name : names) {
      metrics.add(find(name).orElseThrow(() -> new IllegalArgumentException("No metric " + name)));
    }
    return inOrder(metrics);
  }

  /**
   * Reads a list of names.
   *
   * @param list names separated by commas, blanks allowed
   * @return the metrics, in the order of {@link #ALL}
   * @throws InputException if a name is unknown, naming the nearest one, or there is none at all
   */
  public static Set<Metric> parseList(String list) throws InputException {
    List<Metric> metrics = new ArrayList<>();
    for (String word : list.split(",", -1)) {
      if (!word.isBlank()) {
        metrics.add(parse(word.strip()));
      }
    }
    if (metrics.isEmpty()) {
      throw new InputException(
          "`metrics`", "names separated by commas", "\"" + list + "\"", known());
    }
    return inOrder(metrics);
  }

  private static Metric parse(String word) throws InputException {
    Optional<Metric> found = find(word);
    if (found.isPresent()) {
      return found.get();
    }
    throw new InputException(
        "`metrics`",
        "the name of a metric",
        "\"" + word + "\"",
        Nearest.to(word, ALL.stream().map(Metric::name).toList())
                .map(name -> "Did you mean " + name + "? ")
                .orElse("")
            + known());
  }

  private static String known() {
    return ALL.stream().map(Metric::name).collect(Collectors.joining(", ", "Known are ", "."));
  }
}
