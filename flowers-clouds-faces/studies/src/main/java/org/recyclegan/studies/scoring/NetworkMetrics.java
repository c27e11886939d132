package org.recyclegan.studies.scoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.features.CleanResize;
import org.recyclegan.eval.features.FeatureExtractor;
import org.recyclegan.eval.features.FeatureSet;
import org.recyclegan.eval.features.Lpips;
import org.recyclegan.eval.features.PerceptualDistance;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.metrics.network.FeatureMetric;
import org.recyclegan.eval.metrics.network.LpipsMetric;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.pass.Outcome;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.nn.ForeignNetwork;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.service.Progress;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Resampler;
import org.recyclegan.video.VideoInfo;

/** The metrics that need a network of the user's. */
public final class NetworkMetrics {

  /** Inception's input, which the published names are defined on. */
  private static final int SIDE = 299;

  private static final int CHANNELS = 3;

  private final Session session;
  private final Set<Metric> metrics;
  private final @Nullable Path extractor;
  private final @Nullable Path perceptual;
  private final Path output;
  private final @Nullable Path reference;
  private final List<Path> real;

  NetworkMetrics(Session session, EvaluationRequest request) {
    this.session = session;
    metrics = request.metrics();
    extractor = request.networks().extractor();
    perceptual = request.networks().perceptual();
    output = request.output();
    reference = request.reference();
    List<Path> given = request.networks().real();
    real = given.isEmpty() && reference != null ? List.of(reference) : given;
  }

  /**
   * Makes sure, before the work begins, that the networks can be used.
   *
   * @throws InputException if one cannot
   */
  void check() throws InputException {
    if (extractor == null && perceptual == null) {
      return;
    }
    try (Torch torch = open()) {
      for (Path file : Stream.of(extractor, perceptual).flatMap(Stream::ofNullable).toList()) {
        ForeignNetwork.load(torch, file).close();
      }
    }
  }

  /**
   * Answers those of the metrics asked for that need a network, with a reason if there is none.
   *
   * @throws InputException if a video or a network is unusable
   * @throws CancellationException if it is stopped
   */
  List<MetricResult> answers() throws IOException {
    List<FeatureMetric> ofFeatures = ofType(metrics, FeatureMetric.class);
    List<MetricResult> answers = new ArrayList<>(ofFeatures(ofFeatures));
    for (LpipsMetric lpips : ofType(metrics, LpipsMetric.class)) {
      answers.add(lpips(lpips));
    }
    return answers;
  }

  /** In the order of the registry. */
  private static <M extends Metric> List<M> ofType(Set<Metric> metrics, Class<M> type) {
    return Metrics.inOrder(metrics).stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<MetricResult> ofFeatures(List<FeatureMetric> metrics) throws IOException {
    List<MetricResult> answers = new ArrayList<>();
    List<FeatureMetric> computed = new ArrayList<>();
    for (FeatureMetric metric : metrics) {
      Optional<String> objection = objection(metric);
      objection.ifPresent(reason -> answers.add(notApplicable(metric, reason)));
      if (objection.isEmpty()) {
        computed.add(metric);
      }
    }
    Path network = extractor;
    if (computed.isEmpty() || network == null) {
      return answers;
    }
    try (Torch torch = open();
        ForeignNetwork loaded = ForeignNetwork.load(torch, network)) {
      FeatureSet generatedSet = features(loaded, List.of(output));
      FeatureSet realSet = features(loaded, real);
      int samples = Math.min(generatedSet.size(), realSet.size());
      for (FeatureMetric metric : computed) {
        answers.add(
            samples < 2
                ? notApplicable(metric, "needs at least 2 frames on each side, found " + samples)
                : metric.score(realSet.thinned(samples), generatedSet.thinned(samples)));
      }
    }
    return answers;
  }

  private Optional<String> objection(FeatureMetric metric) {
    Optional<String> objection = metric.objectionToFrames();
    if (objection.isPresent()) {
      return objection;
    }
    if (extractor == null) {
      return Optional.of("needs a network that sees a frame: `extractor`");
    }
    return real.isEmpty()
        ? Optional.of("needs real frames to compare with: `real` or `reference`")
        : Optional.empty();
  }

  private FeatureSet features(ForeignNetwork network, List<Path> videos) throws IOException {
    AtomicLong seen = new AtomicLong();
    FeatureExtractor extracting =
        frames -> {
          tell("features of frame", seen.incrementAndGet());
          return features(network, frames.get(0));
        };
    FeatureSet set = new FeatureSet(extracting, 1);
    for (Path video : videos) {
      try (FrameSource source = session.reader().open(video)) {
        set.add(source);
      }
    }
    return set;
  }

  private float[] features(ForeignNetwork network, Frame frame) throws IOException {
    session.requireGoingOn();
    float[] pixels = CleanResize.resize(frame, SIDE, SIDE);
    return network.forward(new long[] {1, CHANNELS, SIDE, SIDE}, planar(pixels));
  }

  private MetricResult lpips(LpipsMetric metric) throws IOException {
    Path network = perceptual;
    Path truth = reference;
    if (network == null) {
      return notApplicable(metric, "needs a network that compares two pictures: `perceptual`");
    }
    if (truth == null) {
      return notApplicable(metric, "no reference was given");
    }
    try (Torch torch = open();
        ForeignNetwork loaded = ForeignNetwork.load(torch, network);
        FrameSource outputs = session.reader().open(output);
        FrameSource truths = session.reader().open(truth)) {
      Lpips lpips = new Lpips(distance(loaded));
      VideoInfo from = truths.info();
      VideoInfo to = outputs.info();
      Resampler resampler = Resampler.of(from.width(), from.height(), to.width(), to.height());
      Frame found = outputs.next();
      Frame wanted = truths.next();
      for (long frame = 1; found != null && wanted != null; frame++) {
        session.requireGoingOn();
        lpips.add(resampler.apply(wanted), found);
        tell("lpips of frame", frame);
        found = outputs.next();
        wanted = truths.next();
      }
      return metric.score(lpips);
    }
  }

  private static PerceptualDistance distance(ForeignNetwork network) {
    return (a, b) -> {
      float[] result =
          network.forward(
              new long[] {1, CHANNELS, a.height(), a.width()}, signed(a.rgb()), signed(b.rgb()));
      if (result.length != 1) {
        throw new InputException(
            "The network of `perceptual`",
            "one number for two pictures",
            result.length + " numbers",
            "Give one like lpips.LPIPS(net='alex').");
      }
      return result[0];
    };
  }

  private static float[] signed(byte[] rgb) {
    float[] pixels = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      pixels[i] = (rgb[i] & 0xff) / 127.5f - 1;
    }
    return planar(pixels);
  }

  /** From HWC to CHW. */
  private static float[] planar(float[] pixels) {
    float[] planes = new float[pixels.length];
    int area = pixels.length / CHANNELS;
    for (int i = 0; i < area; i++) {
      for (int c = 0; c < CHANNELS; c++) {
        planes[c * area + i] = pixels[CHANNELS * i + c];
      }
    }
    return planes;
  }

  private static MetricResult notApplicable(Metric metric, String reason) {
    return metric.result(metric.protocol(), Outcome.notApplicable(reason, 0));
  }

  private void tell(String stage, long done) {
    session.listener().progress(Progress.of(stage, done, Progress.UNKNOWN));
  }

  private static Torch open() throws InputException {
    return Torch.open(Torch.device("auto"));
  }
}
