/** Networks, objectives, training and retargeting. */
@NullMarked
package org.recyclegan.recycle;

import org.jspecify.annotations.NullMarked;
