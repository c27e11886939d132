/**
 * The metrics that need a network of the user's: distances of features between sets of samples, and
 * a learned distance of frames. They take no part in a pass; the caller collects features and asks
 * for the score.
 */
@NullMarked
package org.recyclegan.eval.metrics.network;

import org.jspecify.annotations.NullMarked;
