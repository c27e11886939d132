/** Metrics. */
@NullMarked
package org.recyclegan.eval;

import org.jspecify.annotations.NullMarked;
