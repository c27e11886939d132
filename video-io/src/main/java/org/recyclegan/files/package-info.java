/**
 * Files and folders that are whole under their final name or not there: written beside it, forced
 * to the disk, renamed. {@link org.recyclegan.files.WholeFile} for bytes in one go, {@link
 * org.recyclegan.files.PendingFile} and {@link org.recyclegan.files.PendingFolder} for what takes
 * long, {@link org.recyclegan.files.WholeLine} for lines that are added.
 */
@NullMarked
package org.recyclegan.files;

import org.jspecify.annotations.NullMarked;
