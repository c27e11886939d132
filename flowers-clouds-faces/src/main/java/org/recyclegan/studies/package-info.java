/**
 * Drawn worlds with known truth, and the studies on them.
 *
 * <p>A {@link org.recyclegan.studies.World} is a hidden state that moves smoothly ({@link
 * org.recyclegan.studies.Motion}) and two {@link org.recyclegan.studies.Skin}s that draw it. {@link
 * org.recyclegan.studies.ClipWriter} turns a world into ordinary video files: training clips of the
 * two domains come from different motions, so nothing is paired; held-out motions are drawn with
 * both skins, so the true answer to every retargeted frame is known.
 *
 * <p>Drawing is a small software renderer, without AWT. What all worlds share is in {@link
 * org.recyclegan.studies.drawing}; flowers, in this package, add sheets with depth ({@code
 * Surface}, {@code Raster}) and light through thin petals ({@code Light}). Every other world has a
 * package of its own. A new world implements {@code World} and is listed in {@link
 * org.recyclegan.studies.Worlds}; {@link org.recyclegan.studies.lanterns.Lanterns} is the smallest
 * one to start from.
 */
@NullMarked
package org.recyclegan.studies;

import org.jspecify.annotations.NullMarked;
