/**
 * Reads the {@code .pth} files of PyTorch: state dictionaries, tensors by name, in the zip format
 * of PyTorch 1.6 and newer and in the one before it.
 *
 * <p>Such a file is a pickle: a program that may call any function of Python. Here nothing is
 * called. {@code ClosedUnpickler} knows the few instructions and names that a state dictionary
 * needs and refuses all others by name; no size in a file is believed before it is checked against
 * the file's own. Start at {@link org.recyclegan.recycle.pth.StateDict}.
 */
@NullMarked
package org.recyclegan.recycle.pth;

import org.jspecify.annotations.NullMarked;
