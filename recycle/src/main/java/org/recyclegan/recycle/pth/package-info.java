/**
 * Reads the {@code .pth} files of PyTorch: state dictionaries, tensors by name, in the zip format
 * of PyTorch 1.6 and newer and in the older format.
 *
 * <p>Such a file is a pickle: a program that may call any function of Python. This reader calls
 * nothing. {@code ClosedUnpickler} knows the few instructions and names that a state dictionary
 * needs and refuses all others by name. It checks every size in a file against the size of the
 * file. Start at {@link org.recyclegan.recycle.pth.StateDict}.
 */
@NullMarked
package org.recyclegan.recycle.pth;

import org.jspecify.annotations.NullMarked;
