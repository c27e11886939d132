/**
 * Internal. The parts of comparisons and studies: a {@link org.recyclegan.studies.trials.Trial} is
 * a method and a seed, a {@link org.recyclegan.studies.trials.TrialRun} its training and its
 * translations of held-out clips; a {@link org.recyclegan.studies.trials.PlannedFolder} records the
 * settings that must not change between an interruption and its continuation; {@link
 * org.recyclegan.studies.trials.HeldOut} and {@link org.recyclegan.studies.trials.StudyClips}
 * provide the clips to measure on; {@link org.recyclegan.studies.trials.Examination} measures
 * against the truth.
 */
@NullMarked
package org.recyclegan.studies.trials;

import org.jspecify.annotations.NullMarked;
