package org.recyclegan.recycle.pth;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What the pickle and the storages are wrapped in. */
interface Container extends AutoCloseable {

  /** A pickle is names and shapes only: far less than this for the largest networks. */
  int LARGEST_PICKLE = 16 << 20;

  /** Returns the unpickled contents. */
  Object contents();

  /**
   * Reads a storage.
   *
   * @return its bytes, little-endian, as many as it says
   * @throws RefusedException if the file has none of that key and size
   */
  ByteBuffer read(StorageReference storage) throws IOException;

  @Override
  void close() throws IOException;
}
