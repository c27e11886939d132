package org.recyclegan.eval;

import java.util.List;
import org.recyclegan.eval.scores.FrameSeries;
import org.recyclegan.eval.scores.Scores;

/**
 * The result of an evaluation.
 *
 * @param scores the numbers of the clip
 * @param series the numbers of its frames, of those metrics that have them
 */
public record Evaluation(Scores scores, List<FrameSeries> series) {

  /** Copies the list. */
  public Evaluation {
    series = List.copyOf(series);
  }
}
