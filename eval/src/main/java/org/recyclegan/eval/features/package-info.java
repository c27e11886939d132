/**
 * Comparing sets by the features a network sees in them. The network comes from outside, through
 * {@link org.recyclegan.eval.features.FeatureExtractor} or {@link
 * org.recyclegan.eval.features.PerceptualDistance}; {@link org.recyclegan.eval.features.FeatureSet}
 * shows it videos. Here is only the arithmetic: {@link
 * org.recyclegan.eval.features.FrechetDistance} and {@link
 * org.recyclegan.eval.features.KernelDistance} of two {@link
 * org.recyclegan.eval.features.FeatureMatrix}. The published names, each with the network and the
 * sample it stands for, are in {@code eval.metrics}.
 */
@NullMarked
package org.recyclegan.eval.features;

import org.jspecify.annotations.NullMarked;
