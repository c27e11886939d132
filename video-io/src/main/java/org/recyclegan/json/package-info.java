/**
 * Reads and writes JSON. {@link org.recyclegan.json.Json} has the two ways of naming that the files
 * of this project use; both refuse text that nests too deeply. {@link
 * org.recyclegan.json.JsonFault} states what is wrong with a file in its own words.
 */
@NullMarked
package org.recyclegan.json;

import org.jspecify.annotations.NullMarked;
