package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.video.InputException;

class HeapNeedTest {

  private static final long MEGABYTE = 1L << 20;

  @Test
  void theNeedGrowsWithTheNetworks() {
    long quick = HeapNeed.of(Preset.QUICK.config());
    long standard = HeapNeed.of(Preset.STANDARD.config());
    long paper = HeapNeed.of(Preset.PAPER.config());
    assertTrue(quick < standard && standard < paper, quick + ", " + standard + ", " + paper);
  }

  /** Predictors are the largest networks; without them a method needs less. */
  @Test
  void aMethodWithoutPredictorsNeedsLess() {
    TrainingConfig temporal = Preset.PAPER.config();
    assertTrue(HeapNeed.of(temporal.withMethod(Method.CYCLEGAN)) < HeapNeed.of(temporal));
  }

  @Test
  void aHeapThatIsTooSmallIsRefusedWithOneThatIsNot() throws InputException {
    TrainingConfig config = Preset.PAPER.config();
    long need = HeapNeed.of(config);
    HeapNeed.require(config, need);
    InputException e =
        assertThrows(InputException.class, () -> HeapNeed.require(config, need - MEGABYTE));
    assertTrue(e.getMessage().contains("at least " + need / MEGABYTE + " MB"), e.getMessage());
    String advised = e.getMessage().replaceAll(".*-Xmx(\\d+)m.*", "$1");
    // A serial collector offers seven eighths of what it is given, or a little more.
    double offered = Long.parseLong(advised) * (double) MEGABYTE * 7 / 8;
    assertEquals((double) need, offered, 2.0 * MEGABYTE);
  }
}
