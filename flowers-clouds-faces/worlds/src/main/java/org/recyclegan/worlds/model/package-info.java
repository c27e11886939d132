/**
 * What a drawn world is: a hidden state that moves smoothly ({@link
 * org.recyclegan.worlds.model.Motion}) and two {@link org.recyclegan.worlds.model.Skin}s that draw
 * it, one for each {@link org.recyclegan.worlds.model.Side}. A {@link
 * org.recyclegan.worlds.model.World} names its state and makes motions and skins. Every world
 * implements these types, and this package knows none of them.
 */
@NullMarked
package org.recyclegan.worlds.model;

import org.jspecify.annotations.NullMarked;
