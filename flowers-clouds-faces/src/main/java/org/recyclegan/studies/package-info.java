/** Drawn worlds and studies. */
@NullMarked
package org.recyclegan.studies;

import org.jspecify.annotations.NullMarked;
