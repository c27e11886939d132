/**
 * One video measured against its source and, where it is known, the truth: {@link
 * org.recyclegan.studies.scoring.Evaluating} takes an {@link
 * org.recyclegan.studies.scoring.EvaluationRequest}. Metrics that need a network of the user's are
 * answered by {@code NetworkMetrics}; all others are eval's.
 */
@NullMarked
package org.recyclegan.studies.scoring;

import org.jspecify.annotations.NullMarked;
