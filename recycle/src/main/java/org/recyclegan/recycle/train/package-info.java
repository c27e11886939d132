/**
 * Training: {@link org.recyclegan.recycle.train.TrainingData} decodes, {@link
 * org.recyclegan.recycle.train.TrainingRun} runs the loop (checkpoints, statistics, sample sheets,
 * rollback after divergence), {@link org.recyclegan.recycle.train.Trainer} does one step.
 *
 * <p>All randomness of a step comes from the seed and the step's number, so a resumed training
 * draws the same numbers as an uninterrupted one.
 */
@NullMarked
package org.recyclegan.recycle.train;

import org.jspecify.annotations.NullMarked;
