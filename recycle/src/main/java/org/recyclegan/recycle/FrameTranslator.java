package org.recyclegan.recycle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.video.Frame;

/**
 * One generator out of a checkpoint, translating single frames of any size: y_t = G(x_t), as for
 * all results in the paper. The other networks are not loaded.
 */
public final class FrameTranslator implements AutoCloseable {

  private final Torch torch;
  private final Network generator;
  private final TrainingConfig config;
  private final int shortSide;

  private FrameTranslator(Torch torch, Network generator, TrainingConfig config, int shortSide) {
    this.torch = torch;
    this.generator = generator;
    this.config = config;
    this.shortSide = shortSide;
  }

  /**
   * Loads a generator, to run in float32.
   *
   * @param torch the engine
   * @param checkpoint of a run
   * @param direction which of its two generators
   * @return to be closed before the engine
   * @throws IOException if the checkpoint cannot be read or is damaged
   */
  public static FrameTranslator load(Torch torch, Path checkpoint, Direction direction)
      throws IOException {
    return load(torch, checkpoint, direction, Precision.FLOAT32);
  }

  /**
   * Loads a generator to run in a precision, whatever it was trained in.
   *
   * @param torch the engine
   * @param checkpoint of a run
   * @param direction which of its two generators
   * @param precision of its convolutions
   * @return to be closed before the engine
   * @throws IOException if the checkpoint cannot be read or is damaged
   */
  public static FrameTranslator load(
      Torch torch, Path checkpoint, Direction direction, Precision precision) throws IOException {
    try (Checkpoint file = Checkpoint.open(checkpoint)) {
      TrainingConfig config = file.config();
      Network generator =
          new Network(
              torch, config.networks().generator(), precision, new SplittableRandom(config.seed()));
      try {
        generator.setWeights(file.weights(direction.generator(), generator.architecture()));
      } catch (IOException | RuntimeException e) {
        generator.close();
        throw e;
      }
      return new FrameTranslator(torch, generator, config, file.shortSide());
    }
  }

  /**
   * Translates a frame.
   *
   * @param frame of any size
   * @return the same size and time
   */
  public Frame translate(Frame frame) {
    return torch.inferring(
        () -> {
          try (NDManager scope = torch.manager().newSubManager()) {
            int height = frame.height();
            int width = frame.width();
            NDArray pixels =
                scope.create(direct(frame.rgb()), new Shape(1, height, width, 3), DataType.UINT8);
            NDArray x = torch.ops().toSigned(scope, pixels);
            NDArray y = torch.ops().toBytes(scope, generator.forward(scope, x));
            return frame.withPixels(width, height, y.toByteArray());
          }
        });
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /**
   * Returns the configuration that the generator was trained with.
   *
   * @return as saved in the checkpoint
   */
  public TrainingConfig config() {
    return config;
  }

  /**
   * Returns the short side of frames that the generator knows its domains at.
   *
   * @return pixels; 0 for the source's own, where the checkpoint was imported
   */
  public int shortSide() {
    return shortSide;
  }

  @Override
  public void close() {
    generator.close();
  }
}
