/** Writing files so that a name never stands for half a file. */
@NullMarked
package org.recyclegan.eval.files;

import org.jspecify.annotations.NullMarked;
