/**
 * Internal. The parts of FFmpeg that decoding and encoding share: native calls with clear errors
 * ({@code NativeCall}), colour tags, filter graphs, scaling.
 */
@NullMarked
package org.recyclegan.video.ffmpeg;

import org.jspecify.annotations.NullMarked;
