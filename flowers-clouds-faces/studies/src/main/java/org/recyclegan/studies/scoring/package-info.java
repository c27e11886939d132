/**
 * One video measured against its source and, where it is known, the truth: {@link
 * org.recyclegan.studies.scoring.Evaluating} takes an {@link
 * org.recyclegan.studies.scoring.EvaluationRequest}. {@code NetworkMetrics} computes the metrics
 * that need a network of the user's; eval computes all others.
 */
@NullMarked
package org.recyclegan.studies.scoring;

import org.jspecify.annotations.NullMarked;
