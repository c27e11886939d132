package org.recyclegan.studies.scoring;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.Evaluation;
import org.recyclegan.eval.EvaluationOptions;
import org.recyclegan.eval.Evaluator;
import org.recyclegan.eval.pass.Input;
import org.recyclegan.recycle.Session;
import org.recyclegan.service.Progress;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.MemoryShortage;
import org.recyclegan.video.VideoInfo;

/** Evaluates a video against its source, and against the truth where it is known. */
public final class Evaluating {

  private Evaluating() {}

  /**
   * Evaluates a video. Source and reference are resized to its size where theirs differs, which the
   * scores' warnings then say.
   *
   * @param session devices, listener and stop condition
   * @param request what is evaluated
   * @return scores, and curves over time
   * @throws InputException if a video or a network is unusable
   * @throws CancellationException if it is stopped
   */
  public static Evaluation run(Session session, EvaluationRequest request) throws IOException {
    NetworkMetrics networks = new NetworkMetrics(session, request);
    networks.check();
    Evaluation evaluation = evaluate(session, request);
    return request.metrics().stream().noneMatch(metric -> metric.needs(Input.NETWORK))
        ? evaluation
        : new Evaluation(evaluation.scores().with(networks.answers()), evaluation.series());
  }

  private static Evaluation evaluate(Session session, EvaluationRequest request)
      throws IOException {
    @Nullable VideoInfo read = null;
    try (FrameSource output = session.reader().open(request.output());
        FrameSource source = session.reader().open(request.source());
        // A null resource is not closed.
        FrameSource reference =
            request.reference() == null ? null : session.reader().open(request.reference())) {
      read = output.info();
      long expected = read.frameCount().orElse(Progress.UNKNOWN);
      EvaluationOptions options =
          EvaluationOptions.defaults()
              .withMetrics(request.metrics())
              .withWarpInterval(request.warpInterval())
              .withResizing();
      return new Evaluator(options)
          .evaluate(
              output,
              source,
              reference,
              (done, total) -> {
                session.requireGoingOn();
                session.listener().progress(Progress.of("frame", done, expected));
              });
    } catch (OutOfMemoryError e) {
      throw MemoryShortage.among(read, e);
    }
  }
}
