package org.recyclegan.recycle.nn.tile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.nn.NativeBuffer;
import org.recyclegan.video.Size;

/** Gathers the tiles of a layer's output: their statistics, and their values where asked for. */
final class WholeOutput implements TiledPass.TileConsumer, Closeable {

  private final TileOps ops;
  private final NativeBuffer buffer;
  private final Size size;
  private final boolean keep;
  private @Nullable ChannelMoments moments;
  private @Nullable FeatureMap map;

  WholeOutput(TileOps ops, NativeBuffer buffer, Size size, boolean keep) {
    this.ops = ops;
    this.buffer = buffer;
    this.size = size;
    this.keep = keep;
  }

  @Override
  public void accept(NDManager scope, Region region, NDArray tile) throws IOException {
    int channels = Math.toIntExact(tile.getShape().get(1));
    if (moments == null) {
      moments = new ChannelMoments(channels);
    }
    moments.add(ops.moments(scope, tile), (long) region.width() * region.height());
    if (keep) {
      if (map == null) {
        map = new FeatureMap(ops, buffer, size, channels);
      }
      map.write(scope, region, tile);
    }
  }

  ChannelMoments moments() {
    if (moments == null) {
      throw new IllegalStateException("No tile has come");
    }
    return moments;
  }

  /** Returns the values; the caller closes them. */
  FeatureMap map() {
    if (map == null) {
      throw new IllegalStateException("No tile was kept");
    }
    return map;
  }

  @Override
  public void close() throws IOException {
    if (map != null) {
      map.close();
    }
  }
}
