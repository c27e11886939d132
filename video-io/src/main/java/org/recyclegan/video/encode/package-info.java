/**
 * Encodes frames into video files and folders of pictures. {@link
 * org.recyclegan.video.encode.VideoWriter} is the entry point; {@code OutputFormat} chooses the
 * format by the file's extension.
 *
 * <p>A container is written by {@code ContainerSink}: colours ({@code PixelConverter}), times
 * ({@code OutputClock}), pictures ({@code VideoEncoder}), the source's sound as it is ({@code
 * AudioCopier}), all joined by {@code Muxer}. Every output is marked as synthetic ({@link
 * org.recyclegan.video.encode.SyntheticTag}).
 */
@NullMarked
package org.recyclegan.video.encode;

import org.jspecify.annotations.NullMarked;
