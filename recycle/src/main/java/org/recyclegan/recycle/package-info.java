/**
 * Networks, objectives, training and retargeting.
 *
 * <p>A {@link org.recyclegan.recycle.config.TrainingConfig} decides a run; {@link
 * org.recyclegan.recycle.config.Preset} has complete ones. {@link
 * org.recyclegan.recycle.train.TrainingRun} trains into a {@link
 * org.recyclegan.recycle.run.RunDirectory}: {@code Trainer} does the steps, {@code
 * GeneratorObjective} and {@code DiscriminatorObjective} say what is learnt, {@code HeldOutErrors}
 * what is not. A {@link org.recyclegan.recycle.run.Checkpoint} holds everything of a run; from it
 * {@link org.recyclegan.recycle.retarget.Retargeter} translates videos and {@link
 * org.recyclegan.recycle.exchange.GeneratorExport} writes generators for other programs. {@link
 * org.recyclegan.recycle.exchange.RunImport} makes a run of official PyTorch files.
 *
 * <p>{@code docs/decisions} says where paper and published code differ and what is done here;
 * {@code docs/parity.md} how closely the numbers agree.
 */
@NullMarked
package org.recyclegan.recycle;

import org.jspecify.annotations.NullMarked;
