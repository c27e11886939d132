/**
 * What {@code scripts/bench} runs: every ratio that docs/performance.md states, measured on this
 * machine. {@link org.recyclegan.studies.bench.Bench} is the entry; a group of rows is a class
 * named after it; {@link org.recyclegan.studies.bench.Pairs} is how two things are compared.
 */
@NullMarked
package org.recyclegan.studies.bench;

import org.jspecify.annotations.NullMarked;
