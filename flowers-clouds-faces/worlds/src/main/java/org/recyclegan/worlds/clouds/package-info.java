/**
 * A drifting sky: {@link org.recyclegan.worlds.clouds.Clouds}. One fractal field, endless for all
 * practical purposes, is moved by the wind; both skins light the same field, so that the truth is
 * known cloud by cloud.
 */
@NullMarked
package org.recyclegan.worlds.clouds;

import org.jspecify.annotations.NullMarked;
