/** Internal. What a file, a folder or a run is, in this process or in one that may die of it. */
@NullMarked
package org.recyclegan.cli.inspect;

import org.jspecify.annotations.NullMarked;
