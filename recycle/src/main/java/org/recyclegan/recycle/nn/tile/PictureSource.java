package org.recyclegan.recycle.nn.tile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import org.recyclegan.recycle.nn.NativeBuffer;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.video.Size;

/** The picture that goes into a network. */
final class PictureSource implements TileSource {

  private static final int CHANNELS = 3;

  private final TensorOps ops;
  private final NativeBuffer buffer;
  private final byte[] rgb;
  private final Size size;

  /**
   * Wraps a picture.
   *
   * @param rgb {@code 3 * width * height} bytes, RGB, HWC; shared
   */
  PictureSource(TensorOps ops, NativeBuffer buffer, byte[] rgb, Size size) {
    this.ops = ops;
    this.buffer = buffer;
    this.rgb = rgb;
    this.size = size;
  }

  @Override
  public Size size() {
    return size;
  }

  @Override
  public NDArray read(NDManager scope, Region region) {
    int rowBytes = CHANNELS * region.width();
    ByteBuffer pixels = buffer.take(rowBytes * region.height());
    for (int y = region.rows().from(); y < region.rows().to(); y++) {
      pixels.put(rgb, CHANNELS * (y * size.width() + region.columns().from()), rowBytes);
    }
    Shape shape = new Shape(1, region.height(), region.width(), CHANNELS);
    return ops.toSigned(scope, scope.create(pixels.flip(), shape, DataType.UINT8));
  }

  @Override
  public void close() {
    // The array is the caller's.
  }
}
