/**
 * Drawn worlds with known truth, as ordinary video files.
 *
 * <p>{@link org.recyclegan.worlds.Worlds} lists every world. {@link
 * org.recyclegan.worlds.ClipWriter} draws one: training clips of the two domains come from
 * different motions, so nothing is paired; held-out motions are drawn with both skins, so the true
 * answer to every retargeted frame is known. The states that were drawn lie beside the clips
 * ({@link org.recyclegan.worlds.DrawnStates}).
 *
 * <p>Drawing is a small software renderer, without AWT. The parts that all worlds share are in
 * {@link org.recyclegan.worlds.drawing}. A new world is a package of its own that implements {@link
 * org.recyclegan.worlds.model.World}, and one line in {@link org.recyclegan.worlds.Worlds}; {@link
 * org.recyclegan.worlds.lanterns.Lanterns} is the smallest one to start from.
 */
@NullMarked
package org.recyclegan.worlds;

import org.jspecify.annotations.NullMarked;
