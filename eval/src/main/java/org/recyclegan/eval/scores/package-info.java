/**
 * Named numbers and their files. A {@link org.recyclegan.eval.scores.MetricResult} is one answer,
 * number or reason, a {@link org.recyclegan.eval.scores.FrameSeries} has the numbers of the frames,
 * and {@link org.recyclegan.eval.scores.Scores} is all of them, written by {@link
 * org.recyclegan.eval.scores.ScoresJson} and {@link org.recyclegan.eval.scores.ScoresCsv}.
 */
@NullMarked
package org.recyclegan.eval.scores;

import org.jspecify.annotations.NullMarked;
