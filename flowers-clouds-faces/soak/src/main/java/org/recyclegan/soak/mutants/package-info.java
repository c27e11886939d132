/**
 * Damaged files by the thousand, for every reader of this project: a part of {@code scripts/soak},
 * and a short version in the tests.
 *
 * <p>{@link org.recyclegan.soak.mutants.SeedFiles} makes small good files of every kind; {@link
 * org.recyclegan.soak.mutants.Mutation} damages them, decided by a seed; {@link
 * org.recyclegan.soak.mutants.Target} is what reads them, in a {@code MutantWorker} process that
 * may die; {@link org.recyclegan.soak.mutants.MutantRun} counts what became of them. A mutant is
 * good or bad luck for the reader; what is wrong is a refusal without clear words, a crash, a hang,
 * memory beyond the limit, or a file where none belongs.
 */
@NullMarked
package org.recyclegan.soak.mutants;

import org.jspecify.annotations.NullMarked;
