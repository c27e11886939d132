/**
 * Exchanges networks with other programs: imports official checkpoints ({@link
 * org.recyclegan.recycle.exchange.RunImport}), generators out as TorchScript, ONNX or safetensors
 * ({@link org.recyclegan.recycle.exchange.GeneratorExport}).
 */
@NullMarked
package org.recyclegan.recycle.exchange;

import org.jspecify.annotations.NullMarked;
