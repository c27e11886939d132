package org.recyclegan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.EvaluationListener;
import org.recyclegan.eval.EvaluationOptions;
import org.recyclegan.eval.Evaluator;
import org.recyclegan.eval.scores.MetricName;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;
import org.recyclegan.video.decode.VideoReader;

/** Evaluates one video, telling the person how it goes. */
final class Scoring {

  private final Surroundings surroundings;

  private final FrameOpener opener;

  Scoring(Surroundings surroundings) {
    this(surroundings, VideoReader::open);
  }

  /** Prepares to evaluate what an opener opens. */
  Scoring(Surroundings surroundings, FrameOpener opener) {
    this.surroundings = surroundings;
    this.opener = opener;
  }

  /**
   * Evaluates a video. Source and reference are resized to its size where theirs differs, which the
   * scores' warnings then say.
   *
   * @param reference the truth, or null if it is not known
   * @return empty if it was interrupted
   * @throws org.recyclegan.video.InputException if a video is of no use
   */
  Optional<Evaluation> run(
      Path output, Path source, @Nullable Path reference, Set<MetricName> metrics)
      throws IOException {
    @Nullable VideoInfo read = null;
    try (FrameSource outputFrames = opener.open(output);
        FrameSource sourceFrames = opener.open(source);
        // A null resource is not closed.
        FrameSource referenceFrames = reference == null ? null : opener.open(reference)) {
      read = outputFrames.info();
      long expected = read.frameCount().orElse(Progress.UNKNOWN);
      try (Progress progress = Progress.start(surroundings, "frame", expected)) {
        EvaluationOptions options =
            EvaluationOptions.defaults().withMetrics(metrics).withFitter(ResamplingFitter::new);
        return Optional.of(
            new Evaluator(options)
                .evaluate(outputFrames, sourceFrames, referenceFrames, listener(progress)));
      }
    } catch (CancellationException e) {
      return Optional.empty();
    } catch (OutOfMemoryError e) {
      throw Shortage.among(read, e);
    }
  }

  private EvaluationListener listener(Progress progress) {
    return (done, total) -> {
      if (surroundings.stop().getAsBoolean()) {
        throw new CancellationException();
      }
      progress.step(done, Map.of());
    };
  }
}
