/** Internal. What went wrong, as a message in the words of the command line and an exit code. */
@NullMarked
package org.recyclegan.cli.failure;

import org.jspecify.annotations.NullMarked;
