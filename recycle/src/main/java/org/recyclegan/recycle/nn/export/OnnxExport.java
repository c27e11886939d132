package org.recyclegan.recycle.nn.export;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.recyclegan.recycle.nn.Architecture;

/**
 * Writes a network as an ONNX model: weights, forward pass, and the padding of sides that do not
 * divide. Input {@code input} and output {@code output} are (N, C, H, W) of any N, H and W.
 */
public final class OnnxExport {

  /** The form of the file, of 2020; any runtime that knows the operators' set knows it. */
  private static final int IR_VERSION = 7;

  private OnnxExport() {}

  /**
   * Writes the model.
   *
   * @param out where to; not closed
   * @param architecture a picture-to-picture network
   * @param weights values by the names of {@link Architecture#parameters()}, which are the names of
   *     the model's initializers too
   * @throws IOException if writing fails
   */
  public static void write(
      OutputStream out, Architecture architecture, Map<String, float[]> weights)
      throws IOException {
    int channels = Math.toIntExact(architecture.parameters().get(0).shape().get(1));
    OnnxGraph graph =
        new OnnxGraph(channels, architecture.sideMultiple(), architecture.smallestSide(), weights);
    architecture.describe(graph);
    // ModelProto: ir_version, producer_name, graph, opset_import (its version).
    ProtoMessage model =
        new ProtoMessage()
            .integer(1, IR_VERSION)
            .text(2, "recycle-gan")
            .message(7, graph.finished())
            .message(8, new ProtoMessage().text(1, "").integer(2, OnnxGraph.OPERATOR_SET));
    CodedOutputStream coded = CodedOutputStream.newInstance(out);
    model.write(coded);
    coded.flush();
  }
}
