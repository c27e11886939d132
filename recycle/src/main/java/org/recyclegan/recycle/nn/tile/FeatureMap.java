package org.recyclegan.recycle.nn.tile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.recyclegan.files.TemporaryFolder;
import org.recyclegan.recycle.nn.NativeBuffer;
import org.recyclegan.video.Size;

/**
 * A layer's output for a whole picture, kept in a file that has no name and ends with this object,
 * so that memory need not hold it. Values of one pixel lie side by side (HWC): a row of a tile is
 * one read.
 */
final class FeatureMap implements TileSource {

  private final TileOps ops;
  private final NativeBuffer buffer;
  private final Size size;
  private final int channels;
  private final FileChannel file;

  FeatureMap(TileOps ops, NativeBuffer buffer, Size size, int channels) throws IOException {
    this.ops = ops;
    this.buffer = buffer;
    this.size = size;
    this.channels = channels;
    Path path = TemporaryFolder.createFile("recycle-tiles", ".tmp");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public Size size() {
    return size;
  }

  @Override
  public NDArray read(NDManager scope, Region region) throws IOException {
    int rowBytes = region.width() * pixelBytes();
    ByteBuffer values = buffer.take(Math.multiplyExact(rowBytes, region.height()));
    for (int y = region.rows().from(); y < region.rows().to(); y++) {
      ByteBuffer row = values.slice(values.position(), rowBytes);
      long at = offset(y, region.columns().from());
      while (row.hasRemaining()) {
        int count = file.read(row, at + row.position());
        if (count < 0) {
          throw new EOFException("A tile is read that was not written");
        }
      }
      values.position(values.position() + rowBytes);
    }
    Shape shape = new Shape(1, region.height(), region.width(), channels);
    return ops.channelsFirst(scope, scope.create(values.flip(), shape, DataType.FLOAT32));
  }

  /** Keeps a rectangle. The tensor is (1, C, H, W). */
  void write(NDManager scope, Region region, NDArray tile) throws IOException {
    ByteBuffer values = ops.channelsLast(scope, tile).toByteBuffer(/* tryDirect= */ true);
    int rowBytes = region.width() * pixelBytes();
    for (int i = 0; i < region.height(); i++) {
      ByteBuffer row = values.slice(i * rowBytes, rowBytes);
      long at = offset(region.rows().from() + i, region.columns().from());
      while (row.hasRemaining()) {
        file.write(row, at + row.position());
      }
    }
  }

  private int pixelBytes() {
    return channels * Float.BYTES;
  }

  private long offset(int y, int x) {
    return ((long) y * size.width() + x) * pixelBytes();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
