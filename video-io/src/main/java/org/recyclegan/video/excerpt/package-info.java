/**
 * Excerpts of videos, in time and in the picture, and the names that stand for them: {@link
 * org.recyclegan.video.excerpt.Excerpt}.
 *
 * <p>A {@link org.recyclegan.video.excerpt.Part} lies between two {@link
 * org.recyclegan.video.excerpt.TimePoint}s. {@link org.recyclegan.video.excerpt.PartSource} reads
 * it; {@link org.recyclegan.video.excerpt.Stretch} finds out beforehand which frames it has and
 * which sound belongs to them. Nothing is sought by a file's index: frames are counted, so a part
 * has exactly the frames that the whole video has there.
 *
 * <p>A {@link org.recyclegan.video.excerpt.Framing} says which rectangle of the pictures is meant:
 * a {@link org.recyclegan.video.excerpt.Box}, a face, or what moves. It is looked for once in a
 * video, which yields a {@link org.recyclegan.video.excerpt.BoxTrack}, a rectangle for every frame;
 * {@link org.recyclegan.video.excerpt.CropSource} cuts that out.
 */
@NullMarked
package org.recyclegan.video.excerpt;

import org.jspecify.annotations.NullMarked;
