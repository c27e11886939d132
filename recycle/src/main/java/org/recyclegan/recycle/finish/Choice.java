package org.recyclegan.recycle.finish;

/**
 * Which candidate is shown for every frame.
 *
 * @param candidates for every frame
 * @param confidences for every frame: 1 where the candidate is what the networks say, 0 where a
 *     candidate taken at random would be as near
 * @param path free or monotone
 */
record Choice(int[] candidates, double[] confidences, PathKind path) {}
