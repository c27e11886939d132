/**
 * Parts of videos: {@link org.recyclegan.video.excerpt.Part} in time, and what an input's name says
 * of them. {@link org.recyclegan.video.excerpt.PartSource} reads a part; {@link
 * org.recyclegan.video.excerpt.Stretch} finds out beforehand which frames it has and which sound
 * belongs to them. Nothing is sought by a file's index: frames are counted, so a part has exactly
 * the frames that the whole video has there.
 */
@NullMarked
package org.recyclegan.video.excerpt;

import org.jspecify.annotations.NullMarked;
