/**
 * Decodes video files and folders of pictures into frames. {@link
 * org.recyclegan.video.decode.VideoReader} is the entry point.
 *
 * <p>A file is recognised by its content ({@code ContainerClaim}), opened without network access
 * ({@code InputContainer}), taken apart into packets ({@code Demuxer}), decoded ({@code
 * VideoDecoder}), and brought to upright 8-bit RGB with square pixels and exact times ({@code
 * WholePictures}, {@code RgbConverter}, {@code Timeline}). {@code ReadLog} records losses and their
 * reasons.
 */
@NullMarked
package org.recyclegan.video.decode;

import org.jspecify.annotations.NullMarked;
