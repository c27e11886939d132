/**
 * The program of {@code scripts/bench}: it measures every ratio in docs/performance.md on this
 * machine. {@link org.recyclegan.bench.Bench} is the entry point; each group of rows has its class;
 * {@link org.recyclegan.bench.Pairs} compares two programs.
 */
@NullMarked
package org.recyclegan.bench;

import org.jspecify.annotations.NullMarked;
