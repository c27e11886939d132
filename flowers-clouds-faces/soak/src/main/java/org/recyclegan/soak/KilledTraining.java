package org.recyclegan.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.recyclegan.recycle.config.Budget;
import org.recyclegan.recycle.config.Cadence;
import org.recyclegan.recycle.config.DataOptions;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;

/**
 * A training of networks so small that starting Java takes most of the time, with a checkpoint
 * every few steps.
 */
final class KilledTraining implements KilledCommand {

  private static final NetworkSizes TINY = new NetworkSizes(2, 1, 2, 3, 1, 5);
  private static final int CLIP_FRAMES = 40;

  private final long steps;

  /**
   * Chooses how long a round is.
   *
   * @param steps of the whole training
   */
  KilledTraining(long steps) {
    this.steps = steps;
  }

  @Override
  public Faults faults() {
    return Faults.TRAIN;
  }

  @Override
  public void prepare(Path inputs, Program program) throws IOException {
    SoakClip.write(inputs.resolve("a.mkv"), CLIP_FRAMES, 0);
    SoakClip.write(inputs.resolve("b.mkv"), CLIP_FRAMES, 2);
  }

  @Override
  public void begin(Path inputs, Path work, long seed) throws IOException {
    Preset preset = Preset.QUICK;
    TrainingConfig config =
        preset.config().withNetworks(TINY).withBudget(Budget.steps(steps)).withSeed(seed);
    TrainingConfig tiny =
        new TrainingConfig(
            config.method(),
            config.weights(),
            config.objective(),
            config.networks(),
            config.optimisation(),
            new DataOptions(32, 34, 1, seed % 2 == 0 ? 0 : 0.2),
            config.budget(),
            new Cadence(10, 50, 5, 3),
            seed);
    try (RunDirectory directory = RunDirectory.create(work.resolve("run"))) {
      directory.begin(
          tiny,
          Provenance.collect(
              new Provenance.Program("soak", "none", List.of()),
              "none",
              seed,
              List.of(inputs.resolve("a.mkv")),
              List.of(inputs.resolve("b.mkv"))));
    }
  }

  @Override
  public List<String> arguments(Path inputs, Path work) {
    return List.of("train", "--out", work.resolve("run").toString(), "--resume");
  }

  @Override
  public long progress(Path work) throws IOException {
    List<Long> saved = RunDirectory.open(work.resolve("run")).checkpoints().steps();
    return saved.isEmpty() ? 0 : saved.get(saved.size() - 1);
  }
}
