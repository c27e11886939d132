/** What makes a picture worth keeping of what a small network says. */
@NullMarked
package org.recyclegan.recycle.finish;

import org.jspecify.annotations.NullMarked;
