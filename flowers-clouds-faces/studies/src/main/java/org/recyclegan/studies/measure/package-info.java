/**
 * The measurements of a study.
 *
 * <p>A {@link org.recyclegan.studies.measure.StateEstimator} estimates the hidden state from a
 * picture; it is calibrated on true pictures and does not depend on the method. {@link
 * org.recyclegan.studies.measure.Readback} compares the estimates for an output with the true
 * state; {@link org.recyclegan.studies.measure.TrialScores} has all numbers of one training, {@link
 * org.recyclegan.studies.measure.StudyResults} the numbers of all trainings with their intervals
 * over seeds, and {@link org.recyclegan.studies.measure.StudyTable} writes them as tables.
 */
@NullMarked
package org.recyclegan.studies.measure;

import org.jspecify.annotations.NullMarked;
