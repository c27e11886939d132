/** Internal. Turns failures into messages for the command line and exit codes. */
@NullMarked
package org.recyclegan.cli.failure;

import org.jspecify.annotations.NullMarked;
