/**
 * Decoding in another process, for files from strangers: a file that crashes a native decoder, or
 * sends it into an endless loop or beyond all memory, ends only that process, and is an {@link
 * org.recyclegan.video.InputException} in this one.
 *
 * <p>Start at {@link org.recyclegan.video.isolation.IsolatedDecoder}, which opens inputs like
 * {@link org.recyclegan.video.decode.VideoReader}. Behind it, {@code DecodeWorker} is the other
 * process's main class; the two talk over its standard input and output by the protocol in {@code
 * Wire}, one request and one answer at a time. {@link org.recyclegan.process.ChildJvm} starts such
 * processes, ends them when an answer takes too long, and reports how one died; with {@link
 * org.recyclegan.process.ProcessGuard} a process watches itself.
 *
 * <p>This is no sandbox: the process has its user's rights. It only contains failures. For more
 * protection, run the whole program as a user without rights.
 */
@NullMarked
package org.recyclegan.video.isolation;

import org.jspecify.annotations.NullMarked;
