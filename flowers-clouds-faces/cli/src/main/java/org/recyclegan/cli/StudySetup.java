package org.recyclegan.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.model.World;

/**
 * What a study does, decided before it begins, and where its parts go.
 *
 * @param world that is drawn
 * @param drawing how much of it, at the size that the networks load
 * @param out the study's folder
 * @param configs what is trained of each method, in order, with the first seed
 * @param seeds of each method, from the configurations' seed on
 */
record StudySetup(
    World world, DrawOptions drawing, Path out, Map<Method, TrainingConfig> configs, int seeds) {

  /** Only label maps are worth going back from: the paper has both ways of them. */
  private static final String BOTH_WAYS = "streets";

  /**
   * Checks that there is something to train on.
   *
   * @throws IllegalArgumentException if there is not
   */
  StudySetup {
    configs = new LinkedHashMap<>(configs);
    if (drawing.clips() == 0) {
      throw new IllegalArgumentException("clips: expected at least 1 to train on, found 0");
    }
  }

  /** Lists all trainings, seed by seed, so that methods can be compared from the first seed on. */
  List<Contestant> contestants() {
    return IntStream.range(0, seeds)
        .boxed()
        .flatMap(
            i -> configs.keySet().stream().map(method -> new Contestant(method, firstSeed() + i)))
        .toList();
  }

  long firstSeed() {
    return configs.values().iterator().next().seed();
  }

  TrainingConfig config(Contestant contestant) {
    TrainingConfig config = configs.get(contestant.method());
    if (config == null) {
      throw new IllegalArgumentException("Not of this study: " + contestant);
    }
    return config.withSeed(contestant.seed());
  }

  List<Direction> directions() {
    return world.name().equals(BOTH_WAYS)
        ? List.of(Direction.A2B, Direction.B2A)
        : List.of(Direction.A2B);
  }

  Path clips() {
    return out.resolve("clips");
  }

  /** Everything of one training. */
  Path trial(Contestant contestant) {
    return out.resolve("trials").resolve(contestant.name());
  }

  /** What must not change between an interruption and going on, by the names of options. */
  Map<String, Object> plan() {
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("world", world.name());
    plan.put("methods", configs.keySet().stream().map(Method::toString).toList());
    plan.put("seeds", seeds);
    plan.put("seed", firstSeed());
    plan.put("drawing", Json.fields(drawing));
    configs.forEach((method, config) -> plan.put(method.toString(), Json.fields(config)));
    return plan;
  }
}
