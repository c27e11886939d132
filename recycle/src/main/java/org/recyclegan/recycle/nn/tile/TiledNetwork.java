package org.recyclegan.recycle.nn.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.Layer;
import org.recyclegan.recycle.nn.LayerList;
import org.recyclegan.recycle.nn.NativeBuffer;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.video.Size;

/**
 * Runs a picture-to-picture network on pictures that are too large for memory: tile by tile, layer
 * after layer, with the same result as {@link Network#forward} except for rounding. Every instance
 * normalisation has the statistics of the whole picture, convolutions see over the borders of a
 * tile, and padding happens at the picture's own borders only; so there are no seams.
 *
 * <p>Layers at the lowest resolution, where most of the work is, are computed once and kept in
 * temporary files; those around them are computed again for each normalisation that follows them,
 * which costs about a fifth more time and keeps the large maps of full resolution from ever
 * existing. Memory depends on the tile's size and on the picture's pixels, not on its feature maps.
 */
public final class TiledNetwork implements AutoCloseable {

  private static final int CHANNELS = 3;

  private final Torch torch;
  private final Network network;
  private final TileOps ops;

  /**
   * Prepares a network.
   *
   * @param torch the engine
   * @param network from pictures to pictures; stays the caller's to close
   */
  public TiledNetwork(Torch torch, Network network) {
    this.torch = torch;
    this.network = network;
    ops = new TileOps(torch);
  }

  /**
   * Translates a picture.
   *
   * @param rgb {@code 3 * width * height} bytes, RGB, HWC
   * @param size of the picture; each side at least {@link Architecture#smallestSide()}
   * @param tile side of a tile in pixels, at least 1; from 256 on, what tiles overlap costs little
   * @return another picture of the same size
   * @throws IOException if the temporary folder cannot be written
   */
  public byte[] translate(byte[] rgb, Size size, int tile) throws IOException {
    if (tile < 1) {
      throw new IllegalArgumentException("A tile has at least 1 pixel, found " + tile);
    }
    try {
      return torch.inferring(
          () -> {
            try {
              return run(rgb, size, tile);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private byte[] run(byte[] rgb, Size size, int tile) throws IOException {
    NativeBuffer buffer = new NativeBuffer();
    PictureSource picture = new PictureSource(torch.ops(), buffer, rgb, size);
    LayerList list = new LayerList();
    network.architecture().describe(list);
    List<Layer> layers = list.layers();
    int lowest = largestReduction(layers);
    try (TiledPass pass =
        new TiledPass(torch.manager(), ops, buffer, network.parameters(), picture, tile)) {
      int right = network.padding(size.width());
      int bottom = network.padding(size.height());
      pass.add(new TileStep.Reflect(ops, 0, right, 0, bottom));
      int reduction = 1;
      for (Layer layer : layers) {
        reduction = reduced(reduction, layer);
        pass.add(layer, reduction == lowest);
      }
      byte[] result = new byte[CHANNELS * size.width() * size.height()];
      pass.forEachTile(
          size,
          (scope, region, y) ->
              place(torch.ops().toBytes(scope, y).toByteArray(), region, result, size.width()));
      return result;
    }
  }

  private static void place(byte[] pixels, Region region, byte[] picture, int width) {
    int rowBytes = CHANNELS * region.width();
    for (int i = 0; i < region.height(); i++) {
      int to = CHANNELS * ((region.rows().from() + i) * width + region.columns().from());
      System.arraycopy(pixels, i * rowBytes, picture, to, rowBytes);
    }
  }

  /** Returns how many input pixels lie along a side of one of a layer's output. */
  private static int reduced(int before, Layer layer) {
    if (layer instanceof Layer.Convolution convolution) {
      return before * convolution.stride();
    }
    return layer instanceof Layer.TransposedConvolution ? before / 2 : before;
  }

  private static int largestReduction(List<Layer> layers) {
    int reduction = 1;
    int largest = 1;
    for (Layer layer : layers) {
      reduction = reduced(reduction, layer);
      largest = Math.max(largest, reduction);
    }
    return largest;
  }

  @Override
  public void close() {
    ops.close();
  }
}
