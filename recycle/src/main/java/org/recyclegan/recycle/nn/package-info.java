/**
 * The networks of Recycle-GAN, and the small part of PyTorch that is needed to run and train them.
 *
 * <p>An {@link org.recyclegan.recycle.nn.Architecture} states what a network is: the names and
 * shapes of its parameters and its forward pass, written as TorchScript by {@code ScriptBuilder}. A
 * {@link org.recyclegan.recycle.nn.Network} is an architecture with weights. {@link
 * org.recyclegan.recycle.nn.Torch} owns the engine and is the only class that knows DJL's PyTorch
 * internals; {@link org.recyclegan.recycle.nn.TensorOps} holds the few operations that the
 * objectives and the conversions from and to pixels need; {@link org.recyclegan.recycle.nn.Adam}
 * updates weights.
 *
 * <table>
 *   <caption>One description, several readers</caption>
 *   <tr><td>{@code Architecture}</td><td>describes a network to a {@code LayerBuilder}, layer by layer</td></tr>
 *   <tr><td>{@code ScriptBuilder}</td><td>writes the layers as TorchScript, in a {@code ScriptForm}</td></tr>
 *   <tr><td>{@code FloatForm}, {@code Bf16Form}, {@code PlainForm}</td><td>how a layer is written: fast in float32, fast in
 *       bf16, and as others read it</td></tr>
 *   <tr><td>{@code LayerList}</td><td>keeps the layers as {@code Layer} records, for tiles</td></tr>
 *   <tr><td>{@code ActivationCount}</td><td>counts what the layers hold in memory</td></tr>
 *   <tr><td>{@code export.OnnxGraph}</td><td>writes the layers as ONNX</td></tr>
 * </table>
 *
 * <p>Every tensor here is NCHW, float32; pictures are in [-1, 1]. A whole network is one
 * TorchScript call, so that an intermediate result lives no longer than the graph needs it.
 */
@NullMarked
package org.recyclegan.recycle.nn;

import org.jspecify.annotations.NullMarked;
