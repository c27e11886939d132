/**
 * Proof by counting that the program may be killed, starved of disk and left running: {@code
 * scripts/soak}. Nothing here is a test hook in the program; it is started as a user starts it, in
 * processes of its own, and looked at from outside.
 *
 * <p>{@link org.recyclegan.soak.Soak} runs a {@link org.recyclegan.soak.Campaign} after the other
 * and adds up what they counted: a {@code KillCampaign} kills a {@code KilledCommand} over and
 * over, at random or aimed by a {@code SaveWatch} at its writes, and has {@code WholeFiles} read
 * everything that has its final name; a {@code DiskCampaign} fills the disk under one; a {@code
 * MutantCampaign} feeds damaged files to every reader ({@link org.recyclegan.soak.mutants}). {@link
 * org.recyclegan.soak.Endurance} watches memory, open files and threads for hours.
 */
@NullMarked
package org.recyclegan.soak;

import org.jspecify.annotations.NullMarked;
