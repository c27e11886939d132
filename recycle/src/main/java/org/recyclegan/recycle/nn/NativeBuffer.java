package org.recyclegan.recycle.nn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the heap that is used again and again: left to the garbage collector, which does
 * not see it, such memory would pile up. Not safe for use from several threads at once.
 */
public final class NativeBuffer {

  private ByteBuffer memory = ByteBuffer.allocateDirect(0);

  /** Allocates nothing yet. */
  public NativeBuffer() {}

  /**
   * Returns an empty buffer in the machine's byte order; what was returned before is overwritten.
   *
   * @param bytes its capacity
   * @return direct
   */
  public ByteBuffer take(int bytes) {
    if (memory.capacity() < bytes) {
      memory = ByteBuffer.allocateDirect(bytes);
    }
    return memory.slice(0, bytes).order(ByteOrder.nativeOrder());
  }
}
