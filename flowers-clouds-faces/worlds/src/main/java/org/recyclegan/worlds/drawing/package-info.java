/**
 * What all drawn worlds share: colours ({@link org.recyclegan.worlds.drawing.Tint}), noise for
 * textures ({@link org.recyclegan.worlds.drawing.GradientNoise}), smooth motion ({@link
 * org.recyclegan.worlds.drawing.Wave}), a canvas for shapes with soft edges ({@link
 * org.recyclegan.worlds.drawing.Canvas}) and the {@link org.recyclegan.worlds.drawing.Camera} that
 * makes a noisy photograph of a scene. Everything is determined by seeds; nothing uses AWT.
 */
@NullMarked
package org.recyclegan.worlds.drawing;

import org.jspecify.annotations.NullMarked;
