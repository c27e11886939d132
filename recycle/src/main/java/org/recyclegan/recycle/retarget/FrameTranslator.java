package org.recyclegan.recycle.retarget;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.NativeBuffer;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.nn.tile.TiledNetwork;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.video.Frame;
import org.recyclegan.video.Size;

/**
 * One generator out of a checkpoint, translating single frames of any size: y_t = G(x_t), as for
 * all results in the paper. The other networks are not loaded.
 */
public final class FrameTranslator implements AutoCloseable {

  /** Peak over the values of the first layer's output, as measured; see docs/performance.md. */
  private static final long BYTES_PER_VALUE = 20;

  private final Torch torch;
  private final Network generator;
  private final TiledNetwork tiled;
  private final ThreadLocal<NativeBuffer> buffers = ThreadLocal.withInitial(NativeBuffer::new);
  private final TrainingConfig config;
  private final int shortSide;
  private final GeneratorWeights weights;

  private FrameTranslator(
      Torch torch,
      Network generator,
      TrainingConfig config,
      int shortSide,
      GeneratorWeights weights) {
    this.weights = weights;
    this.torch = torch;
    this.generator = generator;
    tiled = new TiledNetwork(torch, generator);
    this.config = config;
    this.shortSide = shortSide;
  }

  /**
   * Loads a generator, to run in float32 with its averaged weights where there are any.
   *
   * @param torch the engine
   * @param checkpoint of a run
   * @param direction which of its two generators
   * @return to be closed before the engine
   * @throws IOException if the checkpoint cannot be read or is damaged
   */
  public static FrameTranslator load(Torch torch, Path checkpoint, Direction direction)
      throws IOException {
    return load(torch, checkpoint, direction, Precision.FLOAT32, GeneratorWeights.DEFAULT);
  }

  /**
   * Loads a generator to run in a precision, regardless of the one it was trained in.
   *
   * @param torch the engine
   * @param checkpoint of a run
   * @param direction which of its two generators
   * @param precision of its convolutions
   * @param wanted which of its weights; {@link #weights()} says which there were
   * @return to be closed before the engine
   * @throws IOException if the checkpoint cannot be read or is damaged
   */
  public static FrameTranslator load(
      Torch torch,
      Path checkpoint,
      Direction direction,
      Precision precision,
      GeneratorWeights wanted)
      throws IOException {
    try (Checkpoint file = Checkpoint.open(checkpoint)) {
      TrainingConfig config = file.config();
      Network generator =
          new Network(
              torch, config.networks().generator(), precision, new SplittableRandom(config.seed()));
      try {
        generator.setWeights(file.generators().weights(direction, wanted));
        return new FrameTranslator(
            torch, generator, config, file.shortSide(), file.generators().present(wanted));
      } catch (IOException | RuntimeException e) {
        generator.close();
        throw e;
      }
    }
  }

  /**
   * Translates a frame.
   *
   * @param frame of any size
   * @return the same size and time
   */
  public Frame translate(Frame frame) {
    return translate(List.of(frame)).get(0);
  }

  /**
   * Translates frames as one batch, which is faster for small ones. The result for each frame is
   * that of a single translation, except for rounding.
   *
   * @param frames of one size, at least one
   * @return the same sizes and times
   */
  public List<Frame> translate(List<Frame> frames) {
    int height = frames.get(0).height();
    int width = frames.get(0).width();
    ByteBuffer rgb = buffers.get().take(Math.multiplyExact(frames.size(), 3 * width * height));
    frames.forEach(frame -> rgb.put(frame.rgb()));
    rgb.flip();
    return torch.inferring(
        () -> {
          try (NDManager scope = torch.manager().newSubManager()) {
            Shape shape = new Shape(frames.size(), height, width, 3);
            NDArray x = torch.ops().toSigned(scope, scope.create(rgb, shape, DataType.UINT8));
            NDArray y = torch.ops().toBytes(scope, generator.forward(scope, x));
            return split(y.toByteBuffer(), frames);
          }
        });
  }

  private static List<Frame> split(ByteBuffer pixels, List<Frame> like) {
    List<Frame> frames = new ArrayList<>();
    for (Frame frame : like) {
      byte[] rgb = new byte[frame.rgb().length];
      pixels.get(rgb);
      frames.add(frame.withPixels(frame.width(), frame.height(), rgb));
    }
    return frames;
  }

  /**
   * Translates a frame tile by tile, in memory that depends on the tile; the result is the same but
   * for rounding.
   *
   * @param frame of any size
   * @param tile side of a tile in pixels, at least 1
   * @return the same size and time
   * @throws IOException if the temporary folder cannot be written
   */
  public Frame translateInTiles(Frame frame, int tile) throws IOException {
    if (Math.min(frame.width(), frame.height()) < generator.architecture().smallestSide()) {
      return translate(frame);
    }
    Size size = new Size(frame.width(), frame.height());
    return frame.withPixels(size.width(), size.height(), tiled.translate(frame.rgb(), size, tile));
  }

  /**
   * Estimates the native memory that translating takes beside the program's own.
   *
   * @param size of a frame
   * @return bytes
   */
  public long estimatedBytes(Size size) {
    long filters = generator.architecture().parameters().get(0).shape().get(0);
    return BYTES_PER_VALUE * filters * size.width() * size.height();
  }

  /** Starts threads that translate side by side; see {@link Torch#workers}. */
  ExecutorService workers(int most) {
    return torch.workers(most);
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

  /**
   * Returns which of the generator's weights translate.
   *
   * @return those of the last step where averages were wanted and the checkpoint has none
   */
  public GeneratorWeights weights() {
    return weights;
  }

  @Override
  public void close() {
    tiled.close();
    generator.close();
  }
}
