package org.recyclegan.cli.options;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.Cadence;
import org.recyclegan.recycle.config.Content;
import org.recyclegan.recycle.config.DataOptions;
import org.recyclegan.recycle.config.Optimisation;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.video.FolderLayout;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that decide a training of any method, without defaults of their own: what is not
 * given comes from the preset, or from the run that is resumed.
 */
public final class ConfigOptions {

  public static final String PRESET = "--preset";

  /** Two ways to say how long; only one can be meant. */
  static final class BudgetOptions {
    @Option(names = "--steps", paramLabel = "N", description = "Train for N steps.")
    private @Nullable Long steps;

    @Option(names = "--minutes", paramLabel = "M", description = "Train for M minutes.")
    private @Nullable Double minutes;

    @Option(
        names = "--epochs",
        paramLabel = "N",
        description = "Train for N passes over the frames.")
    private @Nullable Double epochs;

    Budget budget() {
      if (steps != null) {
        return Budget.steps(steps);
      }
      if (minutes != null) {
        return Budget.minutes(minutes);
      }
      return new Budget(Budget.Unit.EPOCHS, epochs == null ? 0 : epochs);
    }
  }

  @Option(
      names = PRESET,
      paramLabel = "PRESET",
      converter = NamedConverter.Presets.class,
      description = "Defaults of all other options: ${COMPLETION-CANDIDATES} (quick).")
  private @Nullable Preset preset;

  @ArgGroup(exclusive = true)
  private @Nullable BudgetOptions budget;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description = "Side of the square crops to train on, from 32.")
  private @Nullable Integer size;

  @Option(
      names = "--load-size",
      paramLabel = "PIXELS",
      description = "Short side of frames before they are cropped (in proportion to --size).")
  private @Nullable Integer loadSize;

  @Option(
      names = "--frame-stride",
      paramLabel = "N",
      description = "Distance in frames within a triplet.")
  private @Nullable Integer stride;

  @Option(names = "--batch", paramLabel = "N", description = "Triplets in a batch.")
  private @Nullable Integer batch;

  @Option(
      names = "--accumulate",
      paramLabel = "N",
      description =
          "Batches whose gradients are added up for one step: a larger batch in less memory.")
  private @Nullable Integer accumulate;

  @Option(
      names = "--precision",
      paramLabel = "P",
      converter = NamedConverter.Precisions.class,
      description = {
        "Number format of convolutions: ${COMPLETION-CANDIDATES}; auto (the default) is bf16",
        "if the processor has instructions for it, else float32. Weights are always",
        "float32."
      })
  private @Nullable PrecisionChoice precision;

  @Option(names = "--learning-rate", paramLabel = "RATE", description = "Adam's learning rate.")
  private @Nullable Double learningRate;

  @Option(
      names = "--decay-start",
      paramLabel = "SHARE",
      description = "Share of the budget after which the rate starts to fall to zero; 1 for never.")
  private @Nullable Double decayStart;

  @Option(
      names = "--pool-size",
      paramLabel = "N",
      description = "Fakes a discriminator remembers; 0 for none.")
  private @Nullable Integer poolSize;

  @Option(
      names = "--average-half-life",
      paramLabel = "N",
      description = {
        "Steps in which the part of one in the averaged generators, which",
        "make results, falls to half; 0 for none."
      })
  private @Nullable Integer averageHalfLife;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description = "Share of every clip, at its end, that is not trained on.")
  private @Nullable Double heldOut;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      converter = NamedConverter.Layouts.class,
      description = {
        "Of folders of pictures: frames, triplets (three frames side by side in each), or",
        "auto: triplets if every picture is exactly 3:1 (auto)."
      })
  private @Nullable FolderLayout layout;

  @Option(
      names = "--content",
      paramLabel = "WHAT",
      converter = NamedConverter.Contents.class,
      description = {
        "faces or other: results made from faces get a visible label. auto: faces if an",
        "input lies in a folder of that name, or was drawn by `draw faces` (auto)."
      })
  private @Nullable Content content;

  @Option(
      names = "--checkpoint-every-steps",
      paramLabel = "N",
      description = "Steps from one checkpoint to the next.")
  private @Nullable Integer checkpointEvery;

  @Option(
      names = "--sample-every-steps",
      paramLabel = "N",
      description = "Steps from one sample sheet to the next.")
  private @Nullable Integer sampleEvery;

  @Mixin
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private NetworkOptions networks;

  @Option(names = "--seed", paramLabel = "S", description = "Seed of all random choices.")
  private @Nullable Long seed;

  /**
   * Returns the configuration of a new run.
   *
   * @param automatic the precision where none was chosen
   * @throws IllegalArgumentException if an option is out of its range
   */
  public TrainingConfig fresh(Precision automatic) {
    TrainingConfig config = given(orQuick(preset).config());
    return config
        .withBudget(budget == null ? config.budget() : budget.budget())
        .withPrecision(PrecisionChoice.orElse(precision, automatic));
  }

  /** Returns the preset of a command that may not name one. */
  public static Preset orQuick(@Nullable Preset preset) {
    return preset == null ? Preset.QUICK : preset;
  }

  /** Returns the preset that was named. */
  public Optional<Preset> preset() {
    return Optional.ofNullable(preset);
  }

  /**
   * Returns how long to train, where that was said.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  public Optional<Budget> budget() {
    return Optional.ofNullable(budget).map(BudgetOptions::budget);
  }

  /**
   * Returns a configuration with the given options applied, except preset and budget. {@code auto}
   * keeps an earlier choice.
   *
   * @throws IllegalArgumentException if an option is out of its range
   */
  public TrainingConfig given(TrainingConfig start) {
    // Values that follow from the size are kept if the size stays.
    TrainingConfig c = size == null || size == start.data().size() ? start : start.withSize(size);
    return new TrainingConfig(
        c.method(),
        c.weights(),
        c.objective(),
        networks.appliedTo(c.networks()),
        optimisation(c.optimisation()),
        data(c.data()),
        c.budget(),
        cadence(c.cadence()),
        or(seed, c.seed()));
  }

  private Optimisation optimisation(Optimisation o) {
    return new Optimisation(
        or(learningRate, o.learningRate()),
        o.beta1(),
        o.beta2(),
        or(decayStart, o.decayStart()),
        or(batch, o.batch()),
        or(poolSize, o.poolSize()),
        or(accumulate, o.accumulate()),
        PrecisionChoice.orElse(precision, o.precision()),
        or(averageHalfLife, o.averageHalfLife()));
  }

  private DataOptions data(DataOptions d) {
    return new DataOptions(
        d.size(),
        or(loadSize, d.loadSize()),
        or(stride, d.stride()),
        or(heldOut, d.heldOut()),
        layout == FolderLayout.AUTO ? d.layout() : or(layout, d.layout()),
        content == Content.AUTO ? d.content() : or(content, d.content()));
  }

  private Cadence cadence(Cadence c) {
    return new Cadence(
        or(checkpointEvery, c.checkpointEvery()),
        or(sampleEvery, c.sampleEvery()),
        c.logEvery(),
        c.keepCheckpoints());
  }

  /** Returns what was given, or else what was there. */
  public static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
