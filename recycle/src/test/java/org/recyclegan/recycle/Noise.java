package org.recyclegan.recycle;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.recyclegan.recycle.train.TripletSource;

/** A domain of smooth moving gradients of one hue: something to learn from without a file. */
public final class Noise implements TripletSource {

  private final int channel;

  public Noise(int channel) {
    this.channel = channel;
  }

  @Override
  public int count() {
    return 100;
  }

  @Override
  public void sample(RandomGenerator random, int side, ByteBuffer destination) {
    int phase = random.nextInt(64);
    int row = random.nextInt(64);
    for (int frame = 0; frame < 3; frame++) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          int value = (x + 2 * y + phase + row + 8 * frame) * 4 & 255;
          for (int c = 0; c < 3; c++) {
            destination.put((byte) (c == channel ? value : 40));
          }
        }
      }
    }
  }
}
