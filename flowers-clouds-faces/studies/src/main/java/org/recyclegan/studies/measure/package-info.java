/**
 * What a study measures, apart from how it is run (that is the command line's).
 *
 * <p>A {@link org.recyclegan.studies.measure.StateEstimator} reads the hidden state off a picture;
 * it is calibrated on true pictures and knows no method. {@link
 * org.recyclegan.studies.measure.Readback} compares what it reads off an output with the true
 * state; {@link org.recyclegan.studies.measure.TrialScores} has all numbers of one training, {@link
 * org.recyclegan.studies.measure.StudyResults} those of all of them with their intervals over
 * seeds, and {@link org.recyclegan.studies.measure.StudyTable} writes them as tables.
 */
@NullMarked
package org.recyclegan.studies.measure;

import org.jspecify.annotations.NullMarked;
