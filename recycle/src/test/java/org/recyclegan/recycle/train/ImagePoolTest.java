package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.FrameWindows;

class ImagePoolTest {

  @Test
  void sizeZeroIsOff() {
    try (Torch torch = Torch.open(Device.cpu());
        ImagePool pool = new ImagePool(torch, 0);
        NDManager step = torch.manager().newSubManager()) {
      NDArray fakes = step.ones(new Shape(2, 3, 2, 2));
      assertSame(fakes, pool.query(step, fakes, new SplittableRandom(1)));
    }
  }

  /** Frames of a window are channels, so a past frame never stands beside a present one. */
  @Test
  void framesOfAWindowStayTogether() {
    try (Torch torch = Torch.open(Device.cpu());
        ImagePool pool = new ImagePool(torch, 3)) {
      SplittableRandom random = new SplittableRandom(9);
      FrameWindows pairs = new FrameWindows(torch.ops(), 2);
      int past = 0;
      for (int i = 0; i < 50; i++) {
        try (NDManager step = torch.manager().newSubManager()) {
          NDArray first = step.full(new Shape(2, 3, 2, 2), (float) i);
          NDArray second = step.full(new Shape(2, 3, 2, 2), i + 0.5f);
          NDArray windows = pairs.of(step, torch.ops().concat(step, 0, first, second), 2);
          NDArray shown = pool.query(step, windows, random);
          assertEquals(new Shape(2, 6, 2, 2), shown.getShape());
          for (int row = 0; row < 2; row++) {
            float earlier = shown.getFloat(row, 0, 0, 0);
            past += earlier == i ? 0 : 1;
            assertEquals(earlier + 0.5f, shown.getFloat(row, 3, 1, 1));
          }
        }
      }
      assertTrue(past > 0);
    }
  }

  /** Filled first, shown as they come; then about half of what is shown is a past fake. */
  @Test
  void halfOfWhatIsShownIsPast() {
    int size = 10;
    int queries = 2000;
    try (Torch torch = Torch.open(Device.cpu());
        ImagePool pool = new ImagePool(torch, size)) {
      int past = 0;
      Set<Float> shownOnce = new HashSet<>();
      SplittableRandom random = new SplittableRandom(5);
      for (int i = 0; i < queries; i++) {
        try (NDManager step = torch.manager().newSubManager()) {
          NDArray fake = step.full(new Shape(1, 3, 2, 2), (float) i);
          float shown = pool.query(step, fake, random).getFloat(0, 0, 0, 0);
          if (i < size) {
            assertEquals(i, shown);
          } else if (shown != i) {
            past++;
            assertTrue(shown < i);
            assertTrue(shownOnce.add(shown), "a past fake leaves the pool when it is shown");
          }
        }
      }
      assertEquals(0.5, past / (double) (queries - size), 0.04);
      assertEquals(size, pool.images().size());
    }
  }
}
