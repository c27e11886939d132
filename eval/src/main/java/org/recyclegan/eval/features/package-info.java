/**
 * Compares sets by a network's features. The network is the caller's, through {@link
 * org.recyclegan.eval.features.FeatureExtractor} or {@link
 * org.recyclegan.eval.features.PerceptualDistance}; {@link org.recyclegan.eval.features.FeatureSet}
 * gives it videos. This package has the arithmetic: {@link
 * org.recyclegan.eval.features.FrechetDistance} and {@link
 * org.recyclegan.eval.features.KernelDistance} of two {@link
 * org.recyclegan.eval.features.FeatureMatrix}. The published names, each with the network and the
 * sample it stands for, are in {@code eval.metrics}.
 */
@NullMarked
package org.recyclegan.eval.features;

import org.jspecify.annotations.NullMarked;
