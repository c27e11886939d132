package org.recyclegan.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.AdversarialLoss;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.config.Reconstruction;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.objective.terms.Terms;
import picocli.CommandLine.Option;

/** The options that decide what is trained, without defaults of their own. */
public final class MethodOptions {

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      converter = NamedConverter.Methods.class,
      description = "One of ${COMPLETION-CANDIDATES} (the preset's).")
  private @Nullable Method method;

  @Option(
      names = "--weight",
      paramLabel = "TERM=W",
      description = {
        "Weight of a loss term, 0 to omit it; may be repeated. docs/methods.md lists the",
        "terms. The options below set one term each."
      })
  private Map<String, Double> weights = new LinkedHashMap<>();

  @Option(names = "--adversarial-weight", paramLabel = "W", description = "Weight of this term.")
  private @Nullable Double adversarial;

  @Option(names = "--cycle-weight", paramLabel = "W", description = "Weight of this term.")
  private @Nullable Double cycle;

  @Option(names = "--recurrent-weight", paramLabel = "W", description = "Weight of this term.")
  private @Nullable Double recurrent;

  @Option(names = "--recycle-weight", paramLabel = "W", description = "Weight of this term.")
  private @Nullable Double recycle;

  @Option(names = "--identity-weight", paramLabel = "W", description = "Weight of this term.")
  private @Nullable Double identity;

  @Option(
      names = "--gan-loss",
      paramLabel = "LOSS",
      converter = NamedConverter.GanLosses.class,
      description = "Adversarial loss: ${COMPLETION-CANDIDATES}.")
  private @Nullable AdversarialLoss ganLoss;

  @Option(
      names = "--reconstruction",
      paramLabel = "NORM",
      converter = NamedConverter.Reconstructions.class,
      description = "Norm of the other losses: ${COMPLETION-CANDIDATES}.")
  private @Nullable Reconstruction reconstruction;

  @Option(
      names = "--judge-predictions",
      arity = "1",
      paramLabel = "true|false",
      description = "Whether discriminators judge predictions made from fakes.")
  private @Nullable Boolean judgePredictions;

  @Option(
      names = "--judge-real-predictions",
      arity = "1",
      paramLabel = "true|false",
      description = "Whether discriminators judge predictions made from real frames, as fakes.")
  private @Nullable Boolean judgeRealPredictions;

  @Option(
      names = "--predictor-adversarial-weight",
      paramLabel = "W",
      description = "Weight of the predictors' adversarial loss.")
  private @Nullable Double predictorAdversarial;

  @Option(
      names = "--discriminator-frames",
      paramLabel = "N",
      description = "Consecutive frames that a discriminator sees at a time: 1, 2 or 3.")
  private @Nullable Integer discriminatorFrames;

  @Option(
      names = "--judge-reversed",
      arity = "1",
      paramLabel = "true|false",
      description = "Whether discriminators see real frames in reverse order, as fakes.")
  private @Nullable Boolean judgeReversed;

  /** Returns whether a method was given. */
  public boolean hasMethod() {
    return method != null;
  }

  /**
   * Returns a configuration with what was given in place of what was there.
   *
   * @throws IllegalArgumentException if an option is out of its range
   */
  public TrainingConfig appliedTo(TrainingConfig start) {
    // A method that stays keeps its weights, however they were set.
    TrainingConfig c =
        method == null || method == start.method() ? start : start.withMethod(method);
    return new TrainingConfig(
        c.method(),
        weights(c.weights()),
        objective(c.objective()),
        c.networks(),
        c.optimisation(),
        c.data(),
        c.budget(),
        c.cadence(),
        c.seed());
  }

  private LossWeights weights(LossWeights start) {
    Map<String, Double> changes = new LinkedHashMap<>(weights);
    put(changes, "adversarial", adversarial);
    put(changes, "cycle", cycle);
    put(changes, "recurrent", recurrent);
    put(changes, "recycle", recycle);
    put(changes, "identity", identity);
    put(changes, "adversarial_predictor", predictorAdversarial);
    LossWeights changed = start.with(changes);
    Terms.requireKnown(changed);
    return changed;
  }

  private static void put(Map<String, Double> changes, String term, @Nullable Double weight) {
    if (weight != null) {
      changes.put(term, weight);
    }
  }

  private ObjectiveOptions objective(ObjectiveOptions o) {
    return new ObjectiveOptions(
        ConfigOptions.or(ganLoss, o.adversarialLoss()),
        ConfigOptions.or(reconstruction, o.reconstruction()),
        ConfigOptions.or(judgePredictions, o.judgePredictions()),
        ConfigOptions.or(judgeRealPredictions, o.judgeRealPredictions()),
        ConfigOptions.or(discriminatorFrames, o.discriminatorFrames()),
        ConfigOptions.or(judgeReversed, o.judgeReversed()));
  }
}
