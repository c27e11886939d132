/**
 * What all drawn worlds share: colours ({@link org.recyclegan.studies.drawing.Tint}), noise for
 * textures ({@link org.recyclegan.studies.drawing.GradientNoise}), smooth motion ({@link
 * org.recyclegan.studies.drawing.Wave}), a canvas for shapes with soft edges ({@link
 * org.recyclegan.studies.drawing.Canvas}) and the {@link org.recyclegan.studies.drawing.Camera}
 * that makes a noisy photograph of a scene. Everything is determined by seeds; nothing uses AWT.
 */
@NullMarked
package org.recyclegan.studies.drawing;

import org.jspecify.annotations.NullMarked;
