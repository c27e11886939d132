package org.recyclegan.recycle.nn.tile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.recyclegan.recycle.nn.Layer;
import org.recyclegan.recycle.nn.NativeBuffer;
import org.recyclegan.video.Size;

/**
 * One picture's way through the layers of a network. Layers wait until their output is needed as a
 * whole, by a normalisation for its statistics or by a later layer; then all that wait are computed
 * tile by tile, each tile from what it needs of the last whole that was kept.
 */
final class TiledPass implements Closeable {

  private final NDManager base;
  private final NDManager statistics;
  private final TileOps ops;
  private final NativeBuffer buffer;
  private final NDList parameters;
  private final int tile;
  private final Size picture;
  private final List<TileStep> waiting = new ArrayList<>();
  private final Map<String, TileSource> variables = new HashMap<>();
  private TileSource source;

  /** Takes a rectangle of the output of the layers so far. */
  interface TileConsumer {
    /** Takes a tile that is valid until its scope is closed. */
    void accept(NDManager scope, Region region, NDArray tile) throws IOException;
  }

  TiledPass(
      NDManager base,
      TileOps ops,
      NativeBuffer buffer,
      NDList parameters,
      TileSource picture,
      int tile) {
    this.base = base;
    this.ops = ops;
    this.buffer = buffer;
    this.parameters = parameters;
    this.tile = tile;
    this.picture = picture.size();
    source = picture;
    statistics = base.newSubManager();
  }

  /** Lets a step wait. */
  void add(TileStep step) {
    waiting.add(step);
  }

  /**
   * Adds a layer.
   *
   * @param keepNormalised whether what goes into a normalisation is kept; else it is computed once
   *     for the statistics and again for each layer up to the next whole
   */
  void add(Layer layer, boolean keepNormalised) throws IOException {
    if (layer instanceof Layer.Convolution l) {
      add(
          new TileStep.Convolve(
              ops, parameters.get(l.weight()), parameters.get(l.weight() + 1), l));
    } else if (layer instanceof Layer.TransposedConvolution l) {
      add(
          new TileStep.ConvolveTransposed(
              ops, parameters.get(l.weight()), parameters.get(l.weight() + 1), l));
    } else if (layer instanceof Layer.ReflectionPad l) {
      add(new TileStep.Reflect(ops, l.padding(), l.padding(), l.padding(), l.padding()));
    } else if (layer instanceof Layer.Activation l) {
      add(new TileStep.Activate(ops, l));
    } else if (layer instanceof Layer.InstanceNorm) {
      normalise(keepNormalised);
    } else if (layer instanceof Layer.Keep l) {
      keep(l.variable());
    } else if (layer instanceof Layer.Add l) {
      add(new TileStep.AddKept(ops, variable(l.variable())));
    } else {
      throw new IllegalArgumentException("A layer that tiles do not know: " + layer);
    }
  }

  private TileSource variable(String name) {
    TileSource value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Nothing was kept as " + name);
    }
    return value;
  }

  /** Returns the size of the output of the layers so far. */
  Size size() {
    return size(waiting.size());
  }

  private Size size(int steps) {
    Size size = source.size();
    for (TileStep step : waiting.subList(0, steps)) {
      size = step.size(size);
    }
    return size;
  }

  /** Computes the output of the layers so far, tile by tile. */
  void forEachTile(Size part, TileConsumer consumer) throws IOException {
    int side = Math.max(1, (int) ((long) tile * size().width() / picture.width()));
    for (Region region : Region.grid(part, side)) {
      try (NDManager scope = base.newSubManager()) {
        consumer.accept(scope, region, compute(scope, waiting.size(), region));
      }
    }
  }

  private NDArray compute(NDManager scope, int steps, Region region) throws IOException {
    if (steps == 0) {
      return source.read(scope, region);
    }
    TileStep step = waiting.get(steps - 1);
    Size input = size(steps - 1);
    NDArray x = compute(scope, steps - 1, step.needed(region, input));
    NDArray y = step.apply(scope, x, region, input);
    if (y != x) {
      x.close();
    }
    return y;
  }

  private void normalise(boolean keep) throws IOException {
    ChannelMoments moments = gather(keep);
    add(new TileStep.Normalise(ops, moments.means(statistics), moments.scales(statistics)));
  }

  private void keep(String variable) throws IOException {
    if (!waiting.isEmpty()) {
      gather(true);
    }
    TileSource before = variables.put(variable, source);
    if (before != null && before != source) {
      before.close();
    }
  }

  /** Computes the whole output of the layers so far; if kept, nothing waits any more. */
  private ChannelMoments gather(boolean keep) throws IOException {
    WholeOutput whole = new WholeOutput(ops, buffer, size(), keep);
    try {
      forEachTile(size(), whole);
    } catch (IOException | RuntimeException | Error e) {
      whole.close();
      throw e;
    }
    if (keep) {
      TileSource before = source;
      source = whole.map();
      waiting.clear();
      if (!variables.containsValue(before)) {
        before.close();
      }
    }
    return whole.moments();
  }

  @Override
  public void close() throws IOException {
    try {
      source.close();
      for (TileSource variable : variables.values()) {
        variable.close();
      }
    } finally {
      statistics.close();
    }
  }
}
