/** Internal. Inspects a file, a folder or a run, in this process or in a separate one. */
@NullMarked
package org.recyclegan.cli.inspect;

import org.jspecify.annotations.NullMarked;
