/**
 * Compares successive pictures: {@link org.recyclegan.eval.temporal.WarpError} (does the content
 * stay the same along its motion), {@link org.recyclegan.eval.temporal.Tof} (does it move as it
 * should), {@link org.recyclegan.eval.temporal.Flickering} and {@link
 * org.recyclegan.eval.temporal.DynamicDegree} (does it move at all). Each class is one definition;
 * {@link org.recyclegan.eval.Evaluator} feeds them.
 */
@NullMarked
package org.recyclegan.eval.temporal;

import org.jspecify.annotations.NullMarked;
