package org.recyclegan.video.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.recyclegan.video.FolderLayout;

class FrameStoreOptionsTest {

  private static final FrameStoreOptions DEFAULTS = FrameStoreOptions.defaults();

  @Test
  void everyWitherChangesItsFieldAlone() {
    FrameStoreOptions all =
        DEFAULTS
            .withShortSide(64)
            .withHeldOutFraction(0.5)
            .withStaticThreshold(2)
            .withLimits(7, 8)
            .withLayout(FolderLayout.TRIPLETS);
    assertEquals(new FrameStoreOptions(64, 0.5, 2, 7, 8, FolderLayout.TRIPLETS), all);
  }

  @Test
  void valuesOutOfRangeAreRefusedByName() {
    refused("shortSide", () -> DEFAULTS.withShortSide(0));
    refused("heldOutFraction", () -> DEFAULTS.withHeldOutFraction(1));
    refused("heldOutFraction", () -> DEFAULTS.withHeldOutFraction(-0.1));
    refused("heldOutFraction", () -> DEFAULTS.withHeldOutFraction(Double.NaN));
    refused("staticThreshold", () -> DEFAULTS.withStaticThreshold(-1));
    refused("staticThreshold", () -> DEFAULTS.withStaticThreshold(Double.NaN));
    refused("maxFrames", () -> DEFAULTS.withLimits(2, 1));
    refused("maxBytes", () -> DEFAULTS.withLimits(3, 0));
  }

  private static void refused(String name, Executable change) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, change);
    assertTrue(e.toString().contains(name), e.toString());
  }
}
