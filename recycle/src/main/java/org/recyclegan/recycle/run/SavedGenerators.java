package org.recyclegan.recycle.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.ParameterSpec;
import org.recyclegan.video.InputException;

/**
 * The generators in a checkpoint. A training's has the weights of the last step under the names of
 * the generators, and their averages, where these are kept, under names of their own. An exported
 * one has one set of weights under the names of the generators; where these are averages, the
 * metadata says so.
 */
public final class SavedGenerators {

  private static final String WEIGHTS_KEY = "weights";
  private static final String AVERAGE_PREFIX = "average.";

  private final Checkpoint checkpoint;
  private final Path file;
  private final SafeTensors tensors;

  SavedGenerators(Checkpoint checkpoint, Path file, SafeTensors tensors) {
    this.checkpoint = checkpoint;
    this.file = file;
    this.tensors = tensors;
  }

  /** Returns the name under which a training keeps a generator's averaged weights. */
  public static String averageOf(String generator) {
    return AVERAGE_PREFIX + generator;
  }

  /**
   * Returns which weights there are for those that are wanted.
   *
   * @param wanted averages, or those of the last step
   * @return those of the last step where averages are wanted and none were kept
   * @throws InputException if only averages are there, and the others are wanted
   */
  public GeneratorWeights present(GeneratorWeights wanted) throws InputException {
    if (onlyAverages() && wanted == GeneratorWeights.RAW) {
      throw new InputException(
          "The generators of checkpoint " + file,
          "their " + wanted + " weights",
          "only the " + GeneratorWeights.AVERAGED + " ones, which were exported",
          "Choose `weights` averaged, or the run that it was exported from.");
    }
    return onlyAverages() || holdsAny(AVERAGE_PREFIX) ? wanted : GeneratorWeights.RAW;
  }

  /**
   * Reads the weights with which a generator makes pictures.
   *
   * @param direction which of the two
   * @param wanted averages, or those of the last step; {@link #present} says which these are
   * @return values by official parameter name
   * @throws InputException if they are missing, do not fit the configuration, or are damaged
   */
  public Map<String, float[]> weights(Direction direction, GeneratorWeights wanted)
      throws IOException {
    requireDirection(direction.generator());
    return checkpoint.weights(place(direction.generator(), present(wanted)), architecture());
  }

  /**
   * Writes the generators alone, whole or not at all: a checkpoint to retarget with, not to train
   * on.
   *
   * @param wanted which of their weights
   * @throws InputException if there is none, or one does not fit the configuration
   */
  public void save(Path target, GeneratorWeights wanted) throws IOException {
    SafeTensorsWriter writer = new SafeTensorsWriter();
    GeneratorWeights used = present(wanted);
    List<String> present = names();
    for (String name : present.isEmpty() ? List.of(Direction.A2B.generator()) : present) {
      for (ParameterSpec spec : architecture().parameters()) {
        String key = place(name, used) + "/" + spec.name();
        checkpoint.checkShape(key, spec.shape().getShape());
        writer.add(name + "/" + spec.name(), spec.shape(), () -> tensors.tensor(key));
      }
    }
    Map<String, String> metadata = checkpoint.metadataToPassOn();
    if (used == GeneratorWeights.AVERAGED) {
      metadata.put(WEIGHTS_KEY, used.toString());
    }
    WholeFile.write(target, temporary -> writer.write(temporary, metadata));
  }

  /** An imported run may have one direction only. */
  void requireDirection(String name) throws InputException {
    List<String> present = names();
    if (present.size() == 1 && !present.contains(name)) {
      for (Direction direction : Direction.values()) {
        if (direction.generator().equals(present.get(0))) {
          throw new InputException(
              "The checkpoint " + file + " has one direction only",
              direction.toString(),
              "the other one asked for",
              "Choose `direction` " + direction + ".");
        }
      }
    }
  }

  private List<String> names() {
    return Stream.of(Direction.values())
        .map(Direction::generator)
        .filter(name -> holdsAny(name + "/"))
        .toList();
  }

  private boolean holdsAny(String prefix) {
    return tensors.entries().keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  private boolean onlyAverages() {
    return GeneratorWeights.AVERAGED.toString().equals(tensors.metadata().get(WEIGHTS_KEY));
  }

  /** What the names of a generator's tensors begin with. */
  private String place(String generator, GeneratorWeights used) {
    return used == GeneratorWeights.RAW || onlyAverages() ? generator : averageOf(generator);
  }

  private Architecture architecture() {
    return checkpoint.config().networks().generator();
  }
}
