/**
 * Networks, objectives, training and retargeting.
 *
 * <p>A {@link org.recyclegan.recycle.TrainingConfig} decides a run; {@link
 * org.recyclegan.recycle.Preset} has complete ones. {@link org.recyclegan.recycle.TrainingRun}
 * trains into a {@link org.recyclegan.recycle.RunDirectory}: {@code Trainer} does the steps, {@code
 * GeneratorObjective} and {@code DiscriminatorObjective} say what is learnt, {@code HeldOutErrors}
 * what is not. A {@link org.recyclegan.recycle.Checkpoint} holds everything of a run; from it
 * {@link org.recyclegan.recycle.Retargeter} translates videos and {@link
 * org.recyclegan.recycle.GeneratorExport} writes generators for other programs. {@link
 * org.recyclegan.recycle.RunImport} makes a run of official PyTorch files.
 *
 * <p>{@code docs/decisions} says where paper and published code differ and what is done here;
 * {@code docs/parity.md} how closely the numbers agree.
 */
@NullMarked
package org.recyclegan.recycle;

import org.jspecify.annotations.NullMarked;
