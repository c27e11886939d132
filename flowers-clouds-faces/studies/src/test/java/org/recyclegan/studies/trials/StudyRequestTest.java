package org.recyclegan.studies.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.studies.TinyClips;
import org.recyclegan.video.FrameRate;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.Worlds;

class StudyRequestTest {

  private static StudyRequest request(String world, long seed) {
    Map<Method, TrainingConfig> configs = new LinkedHashMap<>();
    for (Method method : List.of(Method.RECYCLE_GAN, Method.CYCLEGAN)) {
      configs.put(method, TinyClips.config(3).withMethod(method).withSeed(seed));
    }
    return new StudyRequest(
        Worlds.named(world).orElseThrow(), TinyClips.drawing(), Path.of("out"), configs, 2);
  }

  @Test
  void trainingsGoSeedBySeed() {
    StudyRequest request = request("flowers", 5);
    assertEquals(
        List.of("recycle-gan-seed5", "cyclegan-seed5", "recycle-gan-seed6", "cyclegan-seed6"),
        request.trials().stream().map(Trial::name).toList());
    assertEquals(5, request.firstSeed());
    assertEquals(6, request.config(new Trial(Method.CYCLEGAN, 6)).seed());
    assertEquals(Method.CYCLEGAN, request.config(new Trial(Method.CYCLEGAN, 6)).method());
    assertEquals(
        Path.of("out", "trials", "cyclegan-seed6"), request.trial(new Trial(Method.CYCLEGAN, 6)));
  }

  @Test
  void aTrainingOfAnotherMethodIsNotOfThisStudy() {
    Trial other = new Trial(Method.RECYCLE_CYCLE, 5);
    assertThrows(IllegalArgumentException.class, () -> request("flowers", 5).config(other));
  }

  @Test
  void thePlanHasWhatMustNotChange() {
    Map<String, Object> plan = request("flowers", 5).plan();
    assertEquals(
        List.of("world", "methods", "seeds", "seed", "drawing", "recycle-gan", "cyclegan"),
        List.copyOf(plan.keySet()));
    assertEquals(List.of("recycle-gan", "cyclegan"), plan.get("methods"));
    assertEquals(plan, request("flowers", 5).plan());
    assertEquals(false, plan.equals(request("flowers", 6).plan()));
    assertEquals(false, plan.equals(request("clouds", 5).plan()));
  }

  @Test
  void onlySomeWorldsGoBothWays() {
    assertEquals(
        List.of(Direction.A2B, Direction.B2A),
        new StudyRequest(
                Worlds.all().stream().filter(world -> world.bothWays()).findFirst().orElseThrow(),
                TinyClips.drawing(),
                Path.of("out"),
                Map.of(Method.CYCLEGAN, TinyClips.config(3)),
                1)
            .directions());
    assertEquals(List.of(Direction.A2B), request("flowers", 1).directions());
  }

  @Test
  void thereHasToBeSomethingToTrainOn() {
    DrawOptions none = new DrawOptions(1, 0, 1, 12, 32, FrameRate.of(25));
    Map<Method, TrainingConfig> configs = Map.of(Method.CYCLEGAN, TinyClips.config(3));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StudyRequest(Worlds.all().get(0), none, Path.of("out"), configs, 1));
  }
}
