/**
 * What {@code scripts/bench} runs: every ratio that docs/performance.md states, measured on this
 * machine. {@link org.recyclegan.bench.Bench} is the entry; a group of rows is a class named after
 * it; {@link org.recyclegan.bench.Pairs} is how two things are compared.
 */
@NullMarked
package org.recyclegan.bench;

import org.jspecify.annotations.NullMarked;
