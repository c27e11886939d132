package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.FrameFitter;
import org.recyclegan.eval.features.CleanResize;
import org.recyclegan.eval.features.FeatureExtractor;
import org.recyclegan.eval.features.FeatureProtocol;
import org.recyclegan.eval.features.FeatureSet;
import org.recyclegan.eval.features.Lpips;
import org.recyclegan.eval.features.PerceptualDistance;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.recycle.nn.ForeignNetwork;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;

/** The metrics that need a network of the person's. */
final class NetworkMetrics {

  /** Inception's input, which the published names are defined on. */
  private static final int SIDE = 299;

  private static final int CHANNELS = 3;

  private final Surroundings surroundings;
  private final FrameOpener opener;
  private final @Nullable Path extractor;
  private final @Nullable Path perceptual;
  private final Path output;
  private final @Nullable Path reference;
  private final List<Path> real;

  /**
   * Names what there is.
   *
   * @param opener opens the videos
   * @param extractor sees a frame, or null
   * @param perceptual compares two frames, or null
   * @param output to be scored
   * @param reference the truth, or null
   * @param real videos of the output's kind; the truth stands in for them where there are none
   */
  NetworkMetrics(
      Surroundings surroundings,
      FrameOpener opener,
      @Nullable Path extractor,
      @Nullable Path perceptual,
      Path output,
      @Nullable Path reference,
      List<Path> real) {
    this.surroundings = surroundings;
    this.opener = opener;
    this.extractor = extractor;
    this.perceptual = perceptual;
    this.output = output;
    this.reference = reference;
    this.real = real.isEmpty() && reference != null ? List.of(reference) : real;
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
   * Answers those of the metrics asked for that need a network, with a reason where there is none.
   *
   * @throws InputException if a video or a network is of no use
   * @throws CancellationException if the person interrupts it
   */
  List<MetricResult> answers(Set<MetricName> names) throws IOException {
    List<MetricName> ofFeatures =
        Stream.of(MetricName.values())
            .filter(name -> names.contains(name) && FeatureProtocol.of(name).isPresent())
            .toList();
    List<MetricResult> answers = new ArrayList<>(ofFeatures(ofFeatures));
    if (names.contains(MetricName.LPIPS)) {
      answers.add(lpips());
    }
    return answers;
  }

  private List<MetricResult> ofFeatures(List<MetricName> names) throws IOException {
    List<MetricResult> answers = new ArrayList<>();
    List<MetricName> computed = new ArrayList<>();
    for (MetricName name : names) {
      Optional<String> objection = objection(name);
      objection.ifPresent(reason -> answers.add(notApplicable(name, reason)));
      if (objection.isEmpty()) {
        computed.add(name);
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
      for (MetricName name : computed) {
        answers.add(
            samples < 2
                ? notApplicable(name, "needs at least 2 frames on each side, found " + samples)
                : FeatureProtocol.of(name)
                    .orElseThrow()
                    .score(realSet.thinned(samples), generatedSet.thinned(samples)));
      }
    }
    return answers;
  }

  private Optional<String> objection(MetricName name) {
    if (name == MetricName.FVD) {
      return Optional.of(
          "FVD needs at least "
              + FeatureProtocol.FVD.minimumSamples()
              + " clips of 16 frames in each set; one video is no such sample");
    }
    if (extractor == null) {
      return Optional.of("needs a network that sees a frame: --extractor");
    }
    return real.isEmpty()
        ? Optional.of("needs real frames to compare with: --real or --reference")
        : Optional.empty();
  }

  private FeatureSet features(ForeignNetwork network, List<Path> videos) throws IOException {
    try (Progress progress = Progress.start(surroundings, "features of frame", Progress.UNKNOWN)) {
      AtomicLong seen = new AtomicLong();
      FeatureExtractor extracting =
          frames -> {
            progress.step(seen.incrementAndGet(), Map.of());
            return features(network, frames.get(0));
          };
      FeatureSet set = new FeatureSet(extracting, 1);
      for (Path video : videos) {
        try (FrameSource source = opener.open(video)) {
          set.add(source);
        }
      }
      return set;
    }
  }

  private float[] features(ForeignNetwork network, Frame frame) throws IOException {
    requireGoingOn();
    float[] pixels = CleanResize.resize(frame, SIDE, SIDE);
    return network.forward(new long[] {1, CHANNELS, SIDE, SIDE}, planar(pixels));
  }

  private MetricResult lpips() throws IOException {
    Path network = perceptual;
    Path truth = reference;
    if (network == null) {
      return notApplicable(
          MetricName.LPIPS, "needs a network that compares two pictures: --perceptual");
    }
    if (truth == null) {
      return notApplicable(MetricName.LPIPS, "no reference was given");
    }
    try (Torch torch = open();
        ForeignNetwork loaded = ForeignNetwork.load(torch, network);
        FrameSource outputs = opener.open(output);
        FrameSource truths = opener.open(truth);
        Progress progress = Progress.start(surroundings, "lpips of frame", Progress.UNKNOWN)) {
      Lpips lpips = new Lpips(distance(loaded));
      FrameFitter fitter = new ResamplingFitter();
      Frame found = outputs.next();
      Frame wanted = truths.next();
      for (long frame = 1; found != null && wanted != null; frame++) {
        requireGoingOn();
        lpips.add(fitter.fit(wanted, found.width(), found.height()), found);
        progress.step(frame, Map.of());
        found = outputs.next();
        wanted = truths.next();
      }
      return lpips.result();
    }
  }

  private static PerceptualDistance distance(ForeignNetwork network) {
    return (a, b) -> {
      float[] result =
          network.forward(
              new long[] {1, CHANNELS, a.height(), a.width()}, signed(a.rgb()), signed(b.rgb()));
      if (result.length != 1) {
        throw new InputException(
            "The network of --perceptual",
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

  private static MetricResult notApplicable(MetricName name, String reason) {
    return MetricResult.notApplicable(name, name.protocol(""), reason, 0);
  }

  private void requireGoingOn() {
    if (surroundings.stop().getAsBoolean()) {
      throw new CancellationException();
    }
  }

  private static Torch open() throws InputException {
    return Torch.open(Torch.device("auto"));
  }
}
