/**
 * Scores of label maps, as Recycle-GAN's Viper experiment reports them: {@link
 * org.recyclegan.eval.segmentation.Palette} reads labels off an RGB picture, {@link
 * org.recyclegan.eval.segmentation.ConfusionMatrix} counts over the whole set, {@link
 * org.recyclegan.eval.segmentation.SegmentationScores} divides at the end.
 */
@NullMarked
package org.recyclegan.eval.segmentation;

import org.jspecify.annotations.NullMarked;
