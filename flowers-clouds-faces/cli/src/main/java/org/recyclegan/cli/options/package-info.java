/**
 * Internal. Groups of options that several commands share, and what turns their words into values.
 */
@NullMarked
package org.recyclegan.cli.options;

import org.jspecify.annotations.NullMarked;
