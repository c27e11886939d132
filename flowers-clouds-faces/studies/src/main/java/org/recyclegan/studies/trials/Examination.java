package org.recyclegan.studies.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.image.Psnr;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.eval.scores.MetricResult;
import org.recyclegan.recycle.Session;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.studies.measure.LabelScores;
import org.recyclegan.studies.measure.Measure;
import org.recyclegan.studies.measure.Readback;
import org.recyclegan.studies.measure.StateEstimator;
import org.recyclegan.studies.measure.StateReading;
import org.recyclegan.studies.measure.StudyResults;
import org.recyclegan.studies.scoring.EvaluationRequest;
import org.recyclegan.video.Frame;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.decode.VideoReader;
import org.recyclegan.worlds.streets.Condition;

/**
 * Examines outputs of one direction against the truth: the same measurements for every method, for
 * a copy of the source and for the truth itself.
 */
public final class Examination {

  private static final Set<Metric> METRICS =
      Metrics.named("psnr", "ssim", "tof", "warp_error", "warp_error_ratio");

  /** While training goes on, every N-th frame is enough. */
  private static final int GLANCE = 5;

  private final Session session;
  private final Direction direction;
  private final StateEstimator estimator;
  private final int[] columns;
  private final boolean labels;
  private final List<Clip> clips = new ArrayList<>();

  /**
   * A held-out clip, decoded.
   *
   * @param files where it is
   * @param source its frames
   * @param truth frames of the truth
   * @param states what the estimator should read, frame by frame
   * @param read what it reads off the truth
   */
  @SuppressWarnings("ArrayRecordComponent") // Held, never compared.
  private record Clip(
      StudyClips.HeldOutClip files,
      List<Frame> source,
      List<Frame> truth,
      double[][] states,
      double[][] read) {}

  /**
   * Prepares to examine.
   *
   * @param stateColumns of the world
   * @param labels whether the outputs are label maps of streets
   */
  public Examination(
      Session session,
      Direction direction,
      StateEstimator estimator,
      List<String> stateColumns,
      boolean labels,
      List<StudyClips.HeldOutClip> heldOut)
      throws IOException {
    this.session = session;
    this.direction = direction;
    this.estimator = estimator;
    this.columns = estimator.variables().stream().mapToInt(stateColumns::indexOf).toArray();
    this.labels = labels;
    for (StudyClips.HeldOutClip files : heldOut) {
      List<Frame> truth = frames(files.truth());
      double[][] states = new double[truth.size()][columns.length];
      for (int i = 0; i < states.length; i++) {
        for (int k = 0; k < columns.length; k++) {
          states[i][k] = files.states()[i][columns[k]];
        }
      }
      clips.add(new Clip(files, frames(files.source()), truth, states, read(truth)));
    }
  }

  private static List<Frame> frames(Path video) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (FrameSource source = VideoReader.open(video)) {
      for (@Nullable Frame frame = source.next(); frame != null; frame = source.next()) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private double[][] read(List<Frame> frames) {
    return frames.stream().map(frame -> estimator.read(frame.rgb())).toArray(double[][]::new);
  }

  /** Describes the estimator of the state and its score on the truth. */
  public StudyResults.Estimator estimator() {
    List<StateReading> readings =
        clips.stream().map(clip -> new StateReading(clip.states, clip.read, clip.read)).toList();
    return new StudyResults.Estimator(
        direction.toString(),
        estimator.description(),
        new Readback(estimator.variables(), readings).ceiling());
  }

  public Direction direction() {
    return direction;
  }

  public List<StudyClips.HeldOutClip> clips() {
    return clips.stream().map(Clip::files).toList();
  }

  /**
   * Looks at a few frames only.
   *
   * @param translate what is examined
   */
  Map<String, Double> glance(UnaryOperator<Frame> translate) {
    List<StateReading> readings = new ArrayList<>();
    DoubleStream.Builder psnr = DoubleStream.builder();
    for (Clip clip : clips) {
      List<double[]> truth = new ArrayList<>();
      List<double[]> fromTruth = new ArrayList<>();
      List<double[]> fromOutput = new ArrayList<>();
      for (int i = 0; i < clip.truth.size(); i += GLANCE) {
        Frame output = translate.apply(clip.source.get(i));
        psnr.add(Psnr.rgb(clip.truth.get(i), output));
        truth.add(clip.states[i]);
        fromTruth.add(clip.read[i]);
        fromOutput.add(estimator.read(output.rgb()));
      }
      readings.add(new StateReading(rows(truth), rows(fromTruth), rows(fromOutput)));
    }
    Readback readback = new Readback(estimator.variables(), readings);
    Map<String, Double> values = new LinkedHashMap<>();
    put(values, "psnr", psnr.build().average().orElse(0));
    put(values, "correlation", readback.correlation());
    put(values, "variance_kept", readback.varianceKept());
    return values;
  }

  private static double[][] rows(List<double[]> rows) {
    return rows.toArray(double[][]::new);
  }

  /**
   * Examines outputs thoroughly.
   *
   * @param outputs a video a held-out clip, in order
   * @param evaluations where those are kept, likewise
   * @return the numbers by name
   * @throws CancellationException if it is stopped
   */
  public Map<String, Double> examine(List<Path> outputs, List<StoredEvaluation> evaluations)
      throws IOException {
    Map<Metric, DoubleStream.Builder> metrics = new LinkedHashMap<>();
    List<StateReading> readings = new ArrayList<>();
    LabelScores labelScores = new LabelScores();
    for (int i = 0; i < outputs.size(); i++) {
      Clip clip = clips.get(i);
      collect(evaluate(clip, outputs.get(i), evaluations.get(i)), metrics);
      List<Frame> output = frames(outputs.get(i));
      readings.add(new StateReading(clip.states, clip.read, read(output)));
      if (labels) {
        Condition condition = Condition.of(clip.files.states()[0][0]);
        for (int f = 0; f < output.size(); f++) {
          labelScores.add(condition, clip.truth.get(f), output.get(f));
        }
      }
    }
    Map<String, Double> values = new LinkedHashMap<>();
    metrics.forEach(
        (name, builder) -> put(values, name.name(), builder.build().average().orElseThrow()));
    putState(values, new Readback(estimator.variables(), readings));
    if (labels) {
      labelScores.values().forEach((name, value) -> put(values, name, value));
    }
    return values;
  }

  /** A metric that is undefined for such small or such equal pictures is left out. */
  private static void collect(Evaluation evaluation, Map<Metric, DoubleStream.Builder> metrics) {
    for (Metric name : METRICS) {
      OptionalDouble value =
          evaluation
              .scores()
              .find(name.name())
              .map(MetricResult::value)
              .orElse(OptionalDouble.empty());
      if (value.isPresent()) {
        metrics.computeIfAbsent(name, n -> DoubleStream.builder()).add(value.getAsDouble());
      }
    }
  }

  private Evaluation evaluate(Clip clip, Path output, StoredEvaluation stored) throws IOException {
    return stored.readOrMake(
        session,
        new EvaluationRequest(output, clip.files.source())
            .withReference(clip.files.truth())
            .withMetrics(METRICS));
  }

  private void putState(Map<String, Double> values, Readback readback) {
    put(values, "correlation", readback.correlation());
    readback.correlations().forEach((name, r) -> put(values, "correlation_" + name, r));
    put(values, "right_sign", readback.correlation() > 0 ? 1 : 0);
    putLag(values, "lag_frames", readback.lag());
    for (int v = 0; v < estimator.variables().size(); v++) {
      putLag(values, "lag_frames_" + estimator.variables().get(v), readback.lag(v));
    }
    put(values, "variance_kept", readback.varianceKept());
    put(values, "collapsed", readback.collapsed());
  }

  private void putLag(Map<String, Double> values, String name, OptionalInt lag) {
    lag.ifPresent(frames -> put(values, name, frames));
  }

  private void put(Map<String, Double> values, String name, double value) {
    values.put(direction == Direction.A2B ? name : Measure.BACK + name, value);
  }
}
