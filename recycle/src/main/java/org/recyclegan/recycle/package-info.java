/**
 * The services: {@link org.recyclegan.recycle.Training} trains a run on two sets of videos, {@link
 * org.recyclegan.recycle.Retargeting} translates videos with it. Each takes a {@link
 * org.recyclegan.recycle.Session} (where networks run, who listens, when to stop) and a request.
 *
 * <p>The packages below: {@code train}, {@code retarget} and {@code exchange} use {@code run},
 * {@code run} uses {@code objective}, {@code objective} uses {@code config} and {@code nn}. {@code
 * docs/decisions} records where paper and published code differ and the choice made here; {@code
 * docs/parity.md} how closely the numbers agree.
 */
@NullMarked
package org.recyclegan.recycle;

import org.jspecify.annotations.NullMarked;
