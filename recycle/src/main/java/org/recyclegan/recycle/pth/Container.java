package org.recyclegan.recycle.pth;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The container of the pickle and the storages. */
interface Container extends AutoCloseable {

  /** A pickle is names and shapes only: far less than this for the largest networks. */
  int LARGEST_PICKLE = 16 << 20;

  /** Returns the unpickled contents. */
  Object contents();

  /**
   * Reads a part of a storage.
   *
   * @param from first element
   * @param elements that are wanted, within what the storage says to have
   * @return their bytes, little-endian
   * @throws RefusedException if the file has no storage of that key and size, or a damaged one
   */
  ByteBuffer read(StorageReference storage, long from, int elements) throws IOException;

  @Override
  void close() throws IOException;
}
