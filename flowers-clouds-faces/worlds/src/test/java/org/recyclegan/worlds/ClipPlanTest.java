package org.recyclegan.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recyclegan.video.FrameRate;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.World;
import org.recyclegan.worlds.streets.Streets;

final class ClipPlanTest {

  @Test
  void everyKindOfMotionIsShownEquallyOften() {
    World streets = new Streets();
    DrawOptions options = new DrawOptions(9, 10, 5, 3, 16, FrameRate.of(25));
    List<ClipPlan> plans = ClipPlan.of(streets, options);
    for (Side domain : Side.values()) {
      List<Integer> kinds =
          plans.stream()
              .filter(plan -> plan.domain() == domain)
              .map(plan -> streets.kind(plan.motionSeed()))
              .toList();
      assertEquals(List.of(0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4), kinds);
    }
    assertEquals(25, plans.stream().map(ClipPlan::motionSeed).distinct().count());
  }
}
