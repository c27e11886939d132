/**
 * Tests, by counting losses, that the program can be killed, run out of disk and run for hours:
 * {@code scripts/soak}. The program has no test hooks: it is started as a user starts it, in
 * separate processes, and observed from outside.
 *
 * <p>{@link org.recyclegan.soak.Soak} runs each {@link org.recyclegan.soak.Campaign} and adds up
 * the counts: a {@code KillCampaign} kills a {@code KilledCommand} over and over, at random or
 * aimed by a {@code SaveWatch} at its writes, and has {@code WholeFiles} read everything that has
 * its final name; a {@code DiskCampaign} fills the disk under one; a {@code MutantCampaign} feeds
 * damaged files to every reader ({@link org.recyclegan.soak.mutants}). {@link
 * org.recyclegan.soak.Endurance} watches memory, open files and threads for hours.
 */
@NullMarked
package org.recyclegan.soak;

import org.jspecify.annotations.NullMarked;
