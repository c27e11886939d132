package org.recyclegan.eval.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recyclegan.eval.Evaluations.evaluate;
import static org.recyclegan.eval.Evaluations.reason;
import static org.recyclegan.eval.Evaluations.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recyclegan.eval.EvaluationOptions;
import org.recyclegan.eval.TestClips;
import org.recyclegan.eval.pass.EvaluationPass;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.scores.Better;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.video.Frame;

/** What every metric of the registry owes, whichever it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsContractTest {

  private static final EvaluationOptions EVERYTHING =
      EvaluationOptions.defaults().withMetrics(Set.copyOf(Metrics.ALL)).withThreads(2);
  private static final int FRAMES = 48;
  private static final int LATE = 3;

  private static final List<Frame> CLIP = TestClips.frames(FRAMES, TestClips::pulse);

  private static final List<Frame> SPOILED =
      TestClips.frames(FRAMES, MetricsContractTest::spoiledFrame);

  /** Blind to what is done to the output here: they look at the source, or ask only if it moves. */
  private static final Set<String> BLIND = Set.of("warp_error_source", "dynamic_degree");

  private final Map<String, String> sections;
  private final Scores identical;
  private final Scores spoiled;

  MetricsContractTest() throws IOException {
    sections = sections();
    identical = evaluate(EVERYTHING, CLIP, CLIP, CLIP).scores();
    spoiled = evaluate(EVERYTHING, SPOILED, CLIP, CLIP).scores();
  }

  /** Late, noisy, and flickering. */
  private static Frame spoiledFrame(int t) {
    Frame late = TestClips.pulse(t - LATE);
    byte[] rgb = late.rgb();
    for (int i = 0; i < rgb.length; i++) {
      int noise = (int) ((((i / 3 + 7919L * t) * 2654435761L) >>> 20) & 15) - 8;
      int value = (rgb[i] & 0xff) + noise + (t % 2 == 0 ? 4 : -4);
      rgb[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return new Frame(late.width(), late.height(), rgb, t);
  }

  static List<Metric> all() {
    return Metrics.ALL;
  }

  static Stream<Metric> ofOneClip() {
    return Metrics.ALL.stream().filter(metric -> !metric.needs(Input.NETWORK));
  }

  @Test
  void namesAreUniqueAndOfPlainLetters() {
    Set<String> names = new HashSet<>();
    for (Metric metric : Metrics.ALL) {
      assertTrue(names.add(metric.name()), metric + " twice");
      assertTrue(metric.name().matches("[a-z][a-z0-9_]*"), metric.name());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void unitsAreKnownAndTheNameOfATimeSaysSo(Metric metric) {
    assertTrue(Set.of("1", "dB", "px", "ms").contains(metric.unit()), metric.unit());
    assertEquals(metric.unit().equals("ms"), metric.name().endsWith("_ms"));
    assertFalse(metric.protocol().isBlank());
    assertFalse(metric.protocol().contains("\n"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void thePageOnMetricsSaysWhichWayIsBetter(Metric metric) {
    String section = metric.needs(Input.NETWORK) ? "Sets of features" : metric.name();
    String text = sections.get(section);
    assertTrue(text != null, () -> "docs/metrics.md has no heading for " + section);
    if (metric.needs(Input.NETWORK)) {
      assertTrue(text.contains("`" + metric.name() + "`"), metric.name());
    }
    String bold =
        Pattern.compile("\\*\\*([^*]+)\\*\\*")
            .matcher(text)
            .results()
            .map(found -> found.group(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    assertTrue(bold.matches(".*\\b" + metric.better().word() + "\\b.*"), bold);
  }

  @Test
  void thePageOnMetricsHasNoHeadingForAMetricThatIsNone() {
    Set<String> known = Metrics.ALL.stream().map(Metric::name).collect(Collectors.toSet());
    sections.keySet().stream()
        .filter(heading -> heading.matches("[a-z0-9_]+"))
        .forEach(heading -> assertTrue(known.contains(heading), heading));
  }

  @ParameterizedTest
  @MethodSource("ofOneClip")
  void framesTooSmallAreRefusedWithTheSizesAndLargeEnoughOnesAreNot(Metric metric)
      throws IOException {
    int minimum = minimumSide(metric);
    if (minimum > 1) {
      int side = minimum - 1;
      assertEquals(
          "needs sides of at least " + minimum + " pixels, found " + side,
          reason(still(metric, side), metric.name()));
    }
    MetricResult enough = still(metric, minimum).find(metric.name()).orElseThrow();
    assertFalse(enough.notApplicable().orElse("").contains("sides"), enough.toString());
    assertTrue(enough.value().isPresent() || enough.notApplicable().isPresent());
  }

  /** Two frames of a grey slope, alike. */
  private static Scores still(Metric metric, int side) throws IOException {
    List<Frame> frames =
        TestClips.frames(2, t -> TestClips.drawn(side, side, t, (x, y) -> 40 + x % 90 + y % 90));
    return evaluate(EVERYTHING.withMetrics(Set.of(metric)), frames, frames, frames).scores();
  }

  private static int minimumSide(Metric metric) {
    return metric.minimumSide(
        new EvaluationPass(
            TestClips.video(CLIP).info(),
            EVERYTHING.flow(),
            EVERYTHING.warpInterval(),
            EVERYTHING.bootstrap()));
  }

  @ParameterizedTest
  @MethodSource("ofOneClip")
  void aSingleFrameGetsANumberOrAReason(Metric metric) throws IOException {
    List<Frame> one = CLIP.subList(0, 1);
    MetricResult result =
        evaluate(EVERYTHING.withMetrics(Set.of(metric)), one, one, one)
            .scores()
            .find(metric.name())
            .orElseThrow();
    assertTrue(result.value().isPresent() != result.notApplicable().isPresent());
    assertTrue(Double.isFinite(result.value().orElse(0)), result.toString());
    assertFalse(result.notApplicable().orElse("a number").isBlank());
  }

  @Test
  void theNumberOfThreadsChangesNoBit() throws IOException {
    List<Frame> output = SPOILED.subList(0, 10);
    assertEquals(
        evaluate(EVERYTHING, output, CLIP, CLIP).scores().metrics(),
        evaluate(EVERYTHING.withThreads(1), output, CLIP, CLIP).scores().metrics());
  }

  @ParameterizedTest
  @MethodSource("all")
  void identicalVideosHaveTheBestNumberThereIs(Metric metric) {
    OptionalDouble best = best(metric);
    if (best.isPresent()) {
      assertEquals(best.getAsDouble(), value(identical, metric.name()), 1e-9);
    }
  }

  /** What the definition gives to two equal videos; empty if it looks at one of them alone. */
  private static OptionalDouble best(Metric metric) {
    if (metric.better() == Better.ZERO) {
      return OptionalDouble.of(0);
    }
    if (metric.better() == Better.ONE) {
      return OptionalDouble.of(1);
    }
    return switch (metric.name()) {
      case "ssim", "ms_ssim", "sync_pearson", "sync_spearman", "sync_ncc" -> OptionalDouble.of(1);
      case "tof", "tof_source", "sync_dtw_ms" -> OptionalDouble.of(0);
      default -> OptionalDouble.empty();
    };
  }

  @ParameterizedTest
  @MethodSource("ofOneClip")
  void aSpoiledOutputIsWorse(Metric metric) {
    double after = metric.better().compared(value(spoiled, metric.name()));
    if (metric.name().equals("psnr")) {
      assertTrue(reason(identical, "psnr").startsWith("infinite"), "as good as can be");
      return;
    }
    double before = metric.better().compared(value(identical, metric.name()));
    if (BLIND.contains(metric.name())) {
      assertEquals(before, after);
    } else {
      assertTrue(metric.better().prefers(before, after), metric + ": " + before + ", " + after);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void thoseThatNeedANetworkSaySoInAPass(Metric metric) {
    assertEquals(
        metric.needs(Input.NETWORK),
        identical
            .find(metric.name())
            .orElseThrow()
            .notApplicable()
            .filter(reason -> reason.contains("network"))
            .isPresent());
  }

  /** The text under each heading of the page; a heading of several metrics counts for each. */
  private static Map<String, String> sections() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "metrics.md"));
    List<MatchResult> headings = Pattern.compile("(?m)^#+ (.*)$").matcher(page).results().toList();
    Map<String, String> sections = new LinkedHashMap<>();
    for (int i = 0; i < headings.size(); i++) {
      int end = i + 1 < headings.size() ? headings.get(i + 1).start() : page.length();
      for (String name : headings.get(i).group(1).split(", ", -1)) {
        sections.put(name, page.substring(headings.get(i).end(), end));
      }
    }
    return sections;
  }
}
