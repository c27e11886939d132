package org.recyclegan.studies.trials;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.worlds.DrawOptions;
import org.recyclegan.worlds.model.World;

/**
 * The plan of a study and the places of its parts.
 *
 * @param world that is drawn
 * @param drawing how much of it, at the size that the networks load
 * @param out the study's folder
 * @param configs what is trained of each method, in order, with the first seed
 * @param seeds of each method, from the configurations' seed on
 */
public record StudyRequest(
    World world, DrawOptions drawing, Path out, Map<Method, TrainingConfig> configs, int seeds) {

  /**
   * Checks that there is something to train on.
   *
   * @throws IllegalArgumentException if there is not
   */
  public StudyRequest {
    configs = new LinkedHashMap<>(configs);
    if (drawing.clips() == 0) {
      throw new IllegalArgumentException("clips: expected at least 1 to train on, found 0");
    }
  }

  /** Lists all trainings, seed by seed, so that methods can be compared from the first seed on. */
  public List<Trial> trials() {
    return IntStream.range(0, seeds)
        .boxed()
        .flatMap(i -> configs.keySet().stream().map(method -> new Trial(method, firstSeed() + i)))
        .toList();
  }

  public long firstSeed() {
    return configs.values().iterator().next().seed();
  }

  TrainingConfig config(Trial trial) {
    TrainingConfig config = configs.get(trial.method());
    if (config == null) {
      throw new IllegalArgumentException("Not of this study: " + trial);
    }
    return config.withSeed(trial.seed());
  }

  public List<Direction> directions() {
    return world.bothWays() ? List.of(Direction.A2B, Direction.B2A) : List.of(Direction.A2B);
  }

  Path clips() {
    return out.resolve("clips");
  }

  /** The parts of one training. */
  public Path trial(Trial trial) {
    return out.resolve("trials").resolve(trial.name());
  }

  /** Settings that must not change between an interruption and its continuation, by option name. */
  public Map<String, Object> plan() {
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("world", world.name());
    plan.put("methods", configs.keySet().stream().map(Method::toString).toList());
    plan.put("seeds", seeds);
    plan.put("seed", firstSeed());
    plan.put("drawing", Json.RESULTS.fields(drawing));
    configs.forEach((method, config) -> plan.put(method.toString(), Json.RESULTS.fields(config)));
    return plan;
  }
}
