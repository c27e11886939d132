/**
 * The configuration of a training, as validated records. {@link
 * org.recyclegan.recycle.config.TrainingConfig} contains all of it; {@link
 * org.recyclegan.recycle.config.Preset} has the starting points, {@link
 * org.recyclegan.recycle.config.Method} the published methods. Every default is written here, once.
 * Nothing here computes.
 */
@NullMarked
package org.recyclegan.recycle.config;

import org.jspecify.annotations.NullMarked;
