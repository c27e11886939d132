/**
 * Damaged files by the thousand, for every reader of this project: a part of {@code scripts/soak},
 * and a short version in the tests.
 *
 * <p>{@link org.recyclegan.soak.mutants.SeedFiles} makes small good files of every kind; {@link
 * org.recyclegan.soak.mutants.Mutation} damages them, decided by a seed; {@link
 * org.recyclegan.soak.mutants.Target} reads them, in a {@code MutantWorker} process that may die;
 * {@link org.recyclegan.soak.mutants.MutantRun} counts the results. A reader may accept or refuse a
 * mutant. Failures are a refusal without a clear message, a crash, a hang, memory beyond the limit,
 * or an unexpected file.
 */
@NullMarked
package org.recyclegan.soak.mutants;

import org.jspecify.annotations.NullMarked;
