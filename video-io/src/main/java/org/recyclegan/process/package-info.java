/**
 * Internal. Work in a child JVM that may die: {@link org.recyclegan.process.ChildJvm} starts it and
 * asks it, {@link org.recyclegan.process.ChildLimits} bounds its memory and time.
 */
@NullMarked
package org.recyclegan.process;

import org.jspecify.annotations.NullMarked;
