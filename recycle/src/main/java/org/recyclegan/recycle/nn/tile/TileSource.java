package org.recyclegan.recycle.nn.tile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.Closeable;
import java.io.IOException;
import org.recyclegan.video.Size;

/** A picture or feature map that is read in rectangles. */
interface TileSource extends Closeable {

  /** Returns the size of the whole. */
  Size size();

  /**
   * Reads a rectangle.
   *
   * @param scope owner of the result, which is valid until the scope is closed
   * @return (1, C, H, W), float32
   */
  NDArray read(NDManager scope, Region region) throws IOException;
}
