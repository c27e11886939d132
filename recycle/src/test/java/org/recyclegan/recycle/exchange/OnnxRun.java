package org.recyclegan.recycle.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Torch;

/** Runs an ONNX file beside the network that it was made of, on the same random pictures. */
public final class OnnxRun {

  private OnnxRun() {}

  /** The largest absolute difference of the outputs. */
  public static double difference(
      Torch torch, Network network, Path file, int samples, int height, int width)
      throws OrtException {
    long channels = network.architecture().parameters().get(0).shape().get(1);
    long[] shape = {samples, channels, height, width};
    try (NDManager scope = torch.manager().newSubManager();
        OrtSession session =
            OrtEnvironment.getEnvironment()
                .createSession(file.toString(), new OrtSession.SessionOptions())) {
      NDArray x = scope.randomUniform(-1, 1, new Shape(shape));
      NDArray y = torch.inferring(() -> network.forward(scope, x));
      FloatBuffer pictures = FloatBuffer.wrap(x.toFloatArray());
      try (OnnxTensor input =
              OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), pictures, shape);
          OrtSession.Result result = session.run(Map.of("input", input))) {
        OnnxTensor output = (OnnxTensor) result.get("output").orElseThrow();
        assertArrayEquals(y.getShape().getShape(), output.getInfo().getShape());
        return largest(y.toFloatArray(), output.getFloatBuffer());
      }
    }
  }

  private static double largest(float[] expected, FloatBuffer found) {
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i] - found.get(i)));
    }
    return largest;
  }
}
