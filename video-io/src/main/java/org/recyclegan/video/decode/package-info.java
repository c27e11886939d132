/**
 * Video files and folders of pictures into frames. {@link org.recyclegan.video.decode.VideoReader}
 * is the door; the rest serves it.
 *
 * <p>A file is claimed by its content ({@code ContainerClaim}), opened without network access
 * ({@code InputContainer}), taken apart into packets ({@code Demuxer}), decoded ({@code
 * VideoDecoder}), and brought to upright 8-bit RGB with square pixels and exact times ({@code
 * WholePictures}, {@code RgbConverter}, {@code Timeline}). {@code ReadLog} collects what was lost
 * on the way and why.
 */
@NullMarked
package org.recyclegan.video.decode;

import org.jspecify.annotations.NullMarked;
