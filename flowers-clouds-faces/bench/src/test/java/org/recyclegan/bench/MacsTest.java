package org.recyclegan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.config.Preset;

/** The expected counts were derived layer by layer from the published code. */
class MacsTest {

  @Test
  void publishedNetworks() {
    assertEquals(35.06e9, Macs.generator(64, 6, 256, 256), 0.01e9);
    assertEquals(49.55e9, Macs.generator(64, 9, 256, 256), 0.01e9);
    assertEquals(3.15e9, Macs.discriminator(64, 3, 256), 0.01e9);
    assertEquals(6.10e9, Macs.predictor(64, 8, 256), 0.01e9);
    assertEquals(0.91e12, Macs.step(Preset.PAPER.config().networks(), 256), 0.01e12);
  }
}
