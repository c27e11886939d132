/**
 * Named numbers and their files. A {@link org.recyclegan.eval.scores.MetricResult} is a number or a
 * reason, a {@link org.recyclegan.eval.scores.FrameSeries} has one number per frame, and {@link
 * org.recyclegan.eval.scores.Scores} holds all results, written by {@link
 * org.recyclegan.eval.scores.ScoresJson} and {@link org.recyclegan.eval.scores.ScoresCsv}.
 */
@NullMarked
package org.recyclegan.eval.scores;

import org.jspecify.annotations.NullMarked;
