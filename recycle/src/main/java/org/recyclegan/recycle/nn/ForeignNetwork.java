package org.recyclegan.recycle.nn;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recyclegan.video.InputException;

/**
 * A network from another program, in a TorchScript file: tensors in, one tensor out. It is not
 * trained here.
 */
public final class ForeignNetwork implements AutoCloseable {

  private static final String REMEDY =
      "Save it in PyTorch with torch.jit.save(torch.jit.trace(module.eval(), example), file), on"
          + " the processor.";

  private final Torch torch;
  private final Path file;
  private final Script script;

  private ForeignNetwork(Torch torch, Path file, Script script) {
    this.torch = torch;
    this.file = file;
    this.script = script;
  }

  /**
   * Loads a network.
   *
   * @param torch the engine
   * @param file as {@code torch.jit.save} writes it
   * @return the network, to be closed before the engine is
   * @throws InputException if there is no such file, or it is no TorchScript
   */
  public static ForeignNetwork load(Torch torch, Path file) throws InputException {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "The network " + file, "a TorchScript file", "no such file", "Check the path.");
    }
    try {
      return new ForeignNetwork(torch, file, torch.load(file));
    } catch (EngineException | IOException e) {
      throw new InputException("The network " + file, "a TorchScript file", reason(e), REMEDY, e);
    }
  }

  /**
   * Runs the network.
   *
   * @param shape of every input
   * @param inputs as many tensors as the network takes
   * @return the numbers of its one output, in order
   * @throws InputException if it takes other inputs, or returns something else than one tensor
   */
  public float[] forward(long[] shape, float[]... inputs) throws InputException {
    try (NDManager scope = torch.manager().newSubManager()) {
      Object[] tensors = new Object[inputs.length];
      for (int i = 0; i < inputs.length; i++) {
        tensors[i] = scope.create(FloatBuffer.wrap(inputs[i]), new Shape(shape), DataType.FLOAT32);
      }
      return torch.inferring(
          () -> {
            NDArray output = script.call(scope, "forward", tensors);
            return output.toType(DataType.FLOAT32, false).toFloatArray();
          });
    } catch (EngineException | IllegalArgumentException | IllegalStateException e) {
      throw new InputException(
          "The network " + file,
          "one that takes "
              + inputs.length
              + " tensor(s) of "
              + new Shape(shape)
              + " and returns one",
          reason(e),
          "Wrap it in a module that does.",
          e);
    }
  }

  /** The engine's messages hold traces of its own; what happened stands in their last line. */
  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.substring(message.lastIndexOf('\n') + 1).strip();
  }

  @Override
  public void close() {
    script.close();
  }
}
