package org.recyclegan.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.pass.FrameSet;
import org.recyclegan.eval.scores.Scores;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.VideoInfo;

/**
 * Scores a retargeted video in one pass: each video is decoded once, every metric sees the same
 * frames, flows are shared. Of each video a few frames and the first are held (more for {@code
 * warp_error_interval}), and a few numbers for each frame read.
 *
 * <p>Policies, also written into the scores:
 *
 * <ul>
 *   <li>Size: everything is compared at the output's size. Videos of another size are resized if
 *       the options say so, otherwise refused; one that no metric reads may have any size.
 *   <li>Number of frames: frames are paired by number, to the end of the shortest video, with a
 *       warning.
 *   <li>Intervals: moving blocks of frames, since there is one clip; {@link
 *       org.recyclegan.eval.stats.Bootstrap#overClips} is for several.
 * </ul>
 */
public final class Evaluator {

  private final EvaluationOptions options;

  /**
   * Creates an evaluator, which may be used again and again.
   *
   * @param options what to compute and how
   */
  public Evaluator(EvaluationOptions options) {
    this.options = options;
  }

  /**
   * Evaluates a video.
   *
   * @param output the video to score; read to its end, not closed
   * @param source what it was made from; read, not closed
   * @param reference the truth, read, not closed; or null if it is not known
   * @param listener receives the progress
   * @return the scores of the clip and of its frames
   * @throws org.recyclegan.video.InputException if a video has no frames, or one that a metric
   *     reads has another size than the output and the options do not resize
   * @throws IOException if reading fails, or the thread is interrupted
   */
  public Evaluation evaluate(
      FrameSource output,
      FrameSource source,
      @Nullable FrameSource reference,
      EvaluationListener listener)
      throws IOException {
    VideoInfo info = output.info();
    MetricPlan plan = new MetricPlan(options, info, reference != null);
    try (Workers workers = new Workers(options.threads())) {
      AlignedFrames frames =
          new AlignedFrames(output, source, reference, plan.videos(), options.resize(), workers);
      MetricPipeline pipeline =
          new MetricPipeline(
              workers, plan.accumulators(), done -> listener.frameDone(done, info.frameCount()));
      @Nullable FrameSet current = null;
      for (AlignedFrames.Aligned next = frames.next(); next != null; next = frames.next()) {
        current = current == null ? begin(next, plan.depth()) : advance(current, next);
        pipeline.add(current);
      }
      pipeline.finish();
      return evaluation(frames, plan.findings(), settings(info, source.info()));
    }
  }

  private static FrameSet begin(AlignedFrames.Aligned first, int depth) {
    return FrameSet.begin(first.output(), first.source(), first.reference(), depth);
  }

  private static FrameSet advance(FrameSet current, AlignedFrames.Aligned next) {
    return current.advance(next.output(), next.source(), next.reference());
  }

  private static Evaluation evaluation(
      AlignedFrames frames, MetricPlan.Findings findings, Map<String, String> settings) {
    List<String> warnings = new ArrayList<>(frames.warnings());
    warnings.addAll(findings.warnings());
    Scores scores = new Scores(frames.count(), settings, warnings, findings.results());
    return new Evaluation(scores, findings.series());
  }

  private Map<String, String> settings(VideoInfo output, VideoInfo source) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("size", size(output));
    settings.put("sourceSize", size(source));
    settings.put("framesPerSecond", output.rate().toString());
    settings.put("colour", "8-bit RGB; luma full-range BT.601");
    settings.put("flow", options.flow().describe());
    settings.put("pairing", "by frame number, to the end of the shortest video");
    return settings;
  }

  private static String size(VideoInfo info) {
    return info.width() + "x" + info.height();
  }
}
