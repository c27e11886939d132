/** Tests of video input and output. */
@NullMarked
package org.recyclegan.video;

import org.jspecify.annotations.NullMarked;
