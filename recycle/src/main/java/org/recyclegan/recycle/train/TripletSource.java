package org.recyclegan.recycle.train;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** The source of a domain's triplets. */
public interface TripletSource {

  /**
   * Returns how many triplets there are to choose from.
   *
   * @return at least 1
   */
  int count();

  /**
   * Puts a random triplet, cropped at a random place, into a buffer.
   *
   * @param random decides which and where
   * @param side of the square crop, in pixels
   * @param destination {@code 3 * side * side * 3} bytes from its position on: x_t, x_{t+1},
   *     x_{t+2}, each RGB, HWC
   */
  void sample(RandomGenerator random, int side, ByteBuffer destination);
}
