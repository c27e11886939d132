/**
 * The losses of the networks. {@link org.recyclegan.recycle.objective.RecycleGan} holds the
 * networks; {@link org.recyclegan.recycle.objective.GeneratorObjective} and {@link
 * org.recyclegan.recycle.objective.DiscriminatorObjective} turn a {@link
 * org.recyclegan.recycle.objective.TripletBatch} into named losses.
 */
@NullMarked
package org.recyclegan.recycle.objective;

import org.jspecify.annotations.NullMarked;
