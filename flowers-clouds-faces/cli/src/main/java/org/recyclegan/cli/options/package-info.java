/** Internal. Groups of options that several commands share, and the converters of their values. */
@NullMarked
package org.recyclegan.cli.options;

import org.jspecify.annotations.NullMarked;
