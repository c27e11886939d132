/**
 * Internal. What decoding and encoding share of FFmpeg: native calls with clear errors ({@code
 * NativeCall}), colour tags, filter graphs, scaling.
 */
@NullMarked
package org.recyclegan.video.ffmpeg;

import org.jspecify.annotations.NullMarked;
