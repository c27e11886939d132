/**
 * Files and folders that have their final name only when they are complete: they are written under
 * a temporary name, forced to the disk and renamed. {@link org.recyclegan.files.WholeFile} for
 * bytes written at once, {@link org.recyclegan.files.PendingFile} and {@link
 * org.recyclegan.files.PendingFolder} for output that takes long, {@link
 * org.recyclegan.files.WholeLine} for lines that are added.
 */
@NullMarked
package org.recyclegan.files;

import org.jspecify.annotations.NullMarked;
