/**
 * Decoding in another process, for files from strangers: a file that crashes a native decoder, or
 * sends it into an endless loop or beyond all memory, costs that process and is an {@link
 * org.recyclegan.video.InputException} in this one.
 *
 * <p>Start at {@link org.recyclegan.video.isolation.IsolatedDecoder}, which opens inputs like
 * {@link org.recyclegan.video.decode.VideoReader}. Behind it, {@code DecodeWorker} is the other
 * process's main class; the two talk over its standard input and output as {@code Wire} states, a
 * request and an answer at a time. {@link org.recyclegan.process.ChildJvm} starts such processes,
 * ends them when an answer takes too long, and says how one died; {@link
 * org.recyclegan.process.ProcessGuard} is what a process watches itself by.
 *
 * <p>This is no sandbox: the process has its user's rights. It contains failures, and a user who
 * fears more than failures starts the whole program as a user without rights.
 */
@NullMarked
package org.recyclegan.video.isolation;

import org.jspecify.annotations.NullMarked;
