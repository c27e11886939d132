package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Adam;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.ParameterSpec;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.SafeTensorsWriter;
import org.recyclegan.recycle.run.SavedGenerators;

/**
 * A trainer's whole state, to a checkpoint and back: weights, their averages, moments, image pools,
 * counters.
 */
public final class TrainerState {

  /** Only where training has diverged and was taken back. */
  private static final String ROLLBACKS_KEY = "rollbacks";

  /** Of the steps since the last line of statistics; imported checkpoints lack it. */
  private static final String RECENT_LOSSES_KEY = "recentLosses";

  private TrainerState() {}

  /** Writes a trainer's state, whole or not at all. */
  public static void save(
      Path file, Trainer trainer, TrainingConfig config, Provenance provenance, double seconds)
      throws IOException {
    SafeTensorsWriter writer = new SafeTensorsWriter();
    trainer.gan().networks().forEach((name, network) -> addWeights(writer, name, network));
    trainer
        .averages()
        .networks()
        .forEach((name, average) -> addWeights(writer, SavedGenerators.averageOf(name), average));
    trainer
        .optimisers()
        .forEach(
            (name, adam) -> {
              addAll(writer, "adam." + name + ".mean/", adam.means());
              addAll(writer, "adam." + name + ".square/", adam.squares());
            });
    trainer.pools().forEach((name, pool) -> addAll(writer, "pool." + name + "/", pool.images()));
    Map<String, String> metadata =
        Checkpoint.metadata(config, provenance, trainer.stepsDone(), seconds);
    metadata.put(RECENT_LOSSES_KEY, Json.RECORDS.line(trainer.recentLosses().sums()));
    if (trainer.rollbacks() > 0) {
      metadata.put(ROLLBACKS_KEY, Integer.toString(trainer.rollbacks()));
    }
    Checkpoint.write(file, writer, metadata);
  }

  private static void addWeights(SafeTensorsWriter writer, String name, Network network) {
    List<ParameterSpec> specs = network.architecture().parameters();
    for (int i = 0; i < specs.size(); i++) {
      writer.add(name + "/" + specs.get(i).name(), network.parameters().get(i));
    }
  }

  private static void addAll(SafeTensorsWriter writer, String prefix, List<NDArray> arrays) {
    for (int i = 0; i < arrays.size(); i++) {
      writer.add(prefix + i, arrays.get(i));
    }
  }

  /** Puts the whole state into a trainer of the same configuration. */
  public static void restore(Checkpoint checkpoint, Trainer trainer) throws IOException {
    for (Map.Entry<String, Network> network : trainer.gan().networks().entrySet()) {
      network
          .getValue()
          .setWeights(checkpoint.weights(network.getKey(), network.getValue().architecture()));
    }
    for (Map.Entry<String, Adam> adam : trainer.optimisers().entrySet()) {
      restore(
          checkpoint,
          trainer.torch().ops(),
          "adam." + adam.getKey() + ".mean/",
          adam.getValue().means());
      restore(
          checkpoint,
          trainer.torch().ops(),
          "adam." + adam.getKey() + ".square/",
          adam.getValue().squares());
      adam.getValue().setStep(checkpoint.step());
    }
    for (Map.Entry<String, ImagePool> pool : trainer.pools().entrySet()) {
      String prefix = "pool." + pool.getKey() + "/";
      pool.getValue().clear();
      for (int i = 0; checkpoint.holds(prefix + i); i++) {
        pool.getValue().restore(checkpoint.tensor(prefix + i), checkpoint.shape(prefix + i));
      }
    }
    trainer.setStepsDone(checkpoint.step());
    restoreAverages(checkpoint, trainer.averages());
    trainer.recentLosses().reset();
    if (checkpoint.text(RECENT_LOSSES_KEY).isPresent()) {
      trainer.recentLosses().restore(checkpoint.value(RECENT_LOSSES_KEY, RunningMeans.Sums.class));
    }
    trainer.setRollbacks(Integer.parseInt(checkpoint.text(ROLLBACKS_KEY).orElse("0")));
  }

  /** Where a checkpoint has none, as an imported one, they begin with the weights that it has. */
  private static void restoreAverages(Checkpoint checkpoint, GeneratorAverages averages)
      throws IOException {
    if (checkpoint.generators().present(GeneratorWeights.AVERAGED) == GeneratorWeights.RAW) {
      averages.restart();
      return;
    }
    for (Map.Entry<String, Network> average : averages.networks().entrySet()) {
      Network network = average.getValue();
      String name = SavedGenerators.averageOf(average.getKey());
      network.setWeights(checkpoint.weights(name, network.architecture()));
    }
  }

  private static void restore(Checkpoint checkpoint, TensorOps ops, String prefix, NDList target)
      throws IOException {
    for (int i = 0; i < target.size(); i++) {
      checkpoint.checkShape(prefix + i, target.get(i).getShape().getShape());
      ops.assign(target.get(i), checkpoint.tensor(prefix + i));
    }
  }
}
