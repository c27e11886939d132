package org.recyclegan.studies.scoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recyclegan.eval.EvaluationOptions;
import org.recyclegan.eval.metrics.Metrics;
import org.recyclegan.eval.pass.Metric;
import org.recyclegan.video.InputException;
import org.recyclegan.video.excerpt.Excerpt;
import org.recyclegan.video.excerpt.Part;

/**
 * A video to evaluate. Each name may stand for an {@link Excerpt} of a file.
 *
 * @param output the video
 * @param source what it was made from
 * @param reference what it should look like, or null where that is not known
 * @param metrics what to measure
 * @param warpInterval frames between those that {@code warp_error_interval} compares
 * @param networks for the metrics that need one
 */
public record EvaluationRequest(
    Path output,
    Path source,
    @Nullable Path reference,
    Set<Metric> metrics,
    int warpInterval,
    Networks networks) {

  /**
   * Networks of the user's, as TorchScript files.
   *
   * @param extractor sees a frame, or null
   * @param perceptual compares two frames, or null
   * @param real videos of the output's kind to compare features with; the reference stands in for
   *     them if there are none
   */
  public record Networks(@Nullable Path extractor, @Nullable Path perceptual, List<Path> real) {

    /** No networks. */
    public static final Networks NONE = new Networks(null, null, List.of());
  }

  /**
   * Requests every metric that needs no network.
   *
   * @param output the video
   * @param source what it was made from
   */
  public EvaluationRequest(Path output, Path source) {
    this(
        output,
        source,
        null,
        Metrics.defaults(),
        EvaluationOptions.defaults().warpInterval(),
        Networks.NONE);
  }

  /** This request with the truth. */
  public EvaluationRequest withReference(@Nullable Path newReference) {
    return new EvaluationRequest(output, source, newReference, metrics, warpInterval, networks);
  }

  /** This request with other metrics. */
  public EvaluationRequest withMetrics(Set<Metric> newMetrics) {
    return new EvaluationRequest(output, source, reference, newMetrics, warpInterval, networks);
  }

  /**
   * This request for an output that was made of a part of its source.
   *
   * @param part of source and reference
   * @throws InputException if a name already says which part it means
   */
  public EvaluationRequest withPart(Part part) throws InputException {
    return new EvaluationRequest(
        output,
        part(source, part),
        reference == null ? null : part(reference, part),
        metrics,
        warpInterval,
        networks);
  }

  private static Path part(Path video, Part part) throws InputException {
    return part.isAll() ? video : Excerpt.of(video).cut(part).name();
  }
}
