/**
 * Internal. The list of layers of a network, written as an ONNX graph or as a TorchScript file of
 * its own.
 */
@NullMarked
package org.recyclegan.recycle.nn.export;

import org.jspecify.annotations.NullMarked;
