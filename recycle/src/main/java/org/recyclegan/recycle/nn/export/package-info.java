/** Internal. Writes the layers of a network as an ONNX graph or as a separate TorchScript file. */
@NullMarked
package org.recyclegan.recycle.nn.export;

import org.jspecify.annotations.NullMarked;
