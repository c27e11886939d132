/**
 * Text for messages: {@link org.recyclegan.text.Nearest} suggests the nearest name for a misspelt
 * one.
 */
@NullMarked
package org.recyclegan.text;

import org.jspecify.annotations.NullMarked;
