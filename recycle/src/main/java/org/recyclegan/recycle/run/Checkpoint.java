package org.recyclegan.recycle.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.recyclegan.files.WholeFile;
import org.recyclegan.json.Json;
import org.recyclegan.json.JsonFault;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.ParameterSpec;
import org.recyclegan.video.InputException;

/**
 * A training state on disk: a safetensors file whose metadata holds format version, configuration,
 * provenance, step and time. Tensors are {@code <network>/<official name>}, {@code
 * average.<generator>/<official name>} where generators are averaged, {@code
 * adam.<optimiser>.mean/<i>} and {@code .square/<i>}, and {@code pool.<discriminator>/<i>}.
 */
public final class Checkpoint implements AutoCloseable {

  /** Raised whenever an older reader could not understand a newer file. */
  private static final String FORMAT = "recycle/1";

  private static final String FORMAT_KEY = "format";
  private static final String CONFIG_KEY = "config";
  private static final String PROVENANCE_KEY = "provenance";
  private static final String STEP_KEY = "step";
  private static final String SECONDS_KEY = "seconds";

  /** Only where the configuration does not say it. */
  public static final String SHORT_SIDE_KEY = "shortSide";

  private final Path file;
  private final SafeTensors tensors;
  private final TrainingConfig config;

  private Checkpoint(Path file, SafeTensors tensors) throws IOException {
    this.file = file;
    this.tensors = tensors;
    String format = metadata(FORMAT_KEY);
    if (!format.equals(FORMAT)) {
      throw new InputException(
          "The format of checkpoint " + file,
          FORMAT,
          format,
          format.startsWith("recycle-gan/")
              ? "It was written before version 0.1: train again, or use the program that wrote it."
              : "Use a newer version of this tool.",
          new UnsupportedOperationException(format));
    }
    config = read(CONFIG_KEY, SavedConfig::read);
  }

  /** Reads a record that the metadata has as JSON. */
  private interface Parser<T> {
    T parse(String text) throws JsonProcessingException;
  }

  private <T> T read(String key, Parser<T> parser) throws InputException {
    try {
      return parser.parse(metadata(key));
    } catch (JsonProcessingException e) {
      throw new InputException(
          "The " + key + " in checkpoint " + file,
          "a file that this version can read",
          JsonFault.of(e),
          "Use the version of this tool that wrote it.",
          e);
    }
  }

  /**
   * Opens a checkpoint; nothing but its header is read yet.
   *
   * @param file a checkpoint of a run
   * @return to be closed
   * @throws InputException if it is damaged or of an unknown format
   * @throws IOException if it cannot be read
   */
  public static Checkpoint open(Path file) throws IOException {
    SafeTensors tensors = SafeTensors.open(file);
    try {
      return new Checkpoint(file, tensors);
    } catch (IOException | RuntimeException e) {
      tensors.close();
      throw e;
    }
  }

  /**
   * Returns whether a refusal is one of age, not of damage: another checkpoint of the run would
   * only hide it.
   *
   * @param refusal that {@link #open} threw
   * @return whether the file is of a format that a later version has
   */
  public static boolean isOfLaterVersion(InputException refusal) {
    return refusal.getCause() instanceof UnsupportedOperationException;
  }

  /**
   * Writes a checkpoint, whole or not at all.
   *
   * @param file its final name
   * @param tensors what it holds
   * @param metadata as {@link #metadata(TrainingConfig, Provenance, long, double)} begins it, with
   *     more where there is more to say
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, SafeTensorsWriter tensors, Map<String, String> metadata)
      throws IOException {
    WholeFile.write(file, temporary -> tensors.write(temporary, metadata));
  }

  /** Returns its generators, and which weights it has of them. */
  public SavedGenerators generators() {
    return new SavedGenerators(this, file, tensors);
  }

  /** Returns all free texts, the provenance's without the names of folders. */
  Map<String, String> metadataToPassOn() throws InputException {
    Map<String, String> metadata = new LinkedHashMap<>(tensors.metadata());
    Provenance provenance = read(PROVENANCE_KEY, Provenance::read);
    metadata.put(PROVENANCE_KEY, Json.RECORDS.line(provenance.withoutFolders()));
    return metadata;
  }

  /**
   * Begins the metadata of a checkpoint.
   *
   * @param config that decided the training
   * @param provenance where the run comes from
   * @param step how many are done
   * @param seconds trained so far
   * @return to be added to
   */
  public static Map<String, String> metadata(
      TrainingConfig config, Provenance provenance, long step, double seconds) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(FORMAT_KEY, FORMAT);
    metadata.put(CONFIG_KEY, Json.RECORDS.line(config));
    metadata.put(PROVENANCE_KEY, Json.RECORDS.line(provenance));
    metadata.put(STEP_KEY, Long.toString(step));
    metadata.put(SECONDS_KEY, Double.toString(seconds));
    return metadata;
  }

  /**
   * Reads a text of the metadata that not every checkpoint has.
   *
   * @param key its name
   * @return empty if it is not there
   */
  public Optional<String> text(String key) {
    return Optional.ofNullable(tensors.metadata().get(key));
  }

  /**
   * Reads a JSON value of the metadata.
   *
   * @param key its name
   * @param type what it is
   * @throws InputException if it is missing, or not of this type
   */
  public <T> T value(String key, Class<T> type) throws InputException {
    return read(key, text -> Json.RECORDS.parse(text, type));
  }

  /** Returns whether there is a tensor of a name. */
  public boolean holds(String tensor) {
    return tensors.entries().containsKey(tensor);
  }

  /**
   * Reads a tensor.
   *
   * @param name of an existing tensor
   * @return its values, float32, the last dimension fastest
   * @throws IOException if it is damaged or cannot be read
   */
  public float[] tensor(String name) throws IOException {
    return tensors.tensor(name);
  }

  /**
   * Reads one network's weights.
   *
   * @param name of the network, for example {@code generator_ab}
   * @param architecture that they must fit
   * @return values by official parameter name
   * @throws InputException if a parameter is missing, has another shape, or is damaged
   */
  public Map<String, float[]> weights(String name, Architecture architecture) throws IOException {
    generators().requireDirection(name);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (ParameterSpec spec : architecture.parameters()) {
      String key = name + "/" + spec.name();
      checkShape(key, spec.shape().getShape());
      weights.put(spec.name(), tensors.tensor(key));
    }
    return weights;
  }

  /**
   * Makes sure that a tensor is there and has a shape.
   *
   * @throws InputException if not
   */
  public void checkShape(String key, long[] expected) throws InputException {
    List<Long> wanted = new ArrayList<>();
    for (long side : expected) {
      wanted.add(side);
    }
    SafeTensors.Entry entry = tensors.entries().get(key);
    if (entry == null || !entry.shape().equals(wanted)) {
      throw new InputException(
          "Tensor " + key + " of checkpoint " + file,
          "shape " + wanted,
          entry == null ? "none of that name" : "shape " + entry.shape(),
          "The file does not fit its own configuration. " + CheckpointFolder.instead(file));
    }
  }

  /** Returns the shape of an existing tensor. */
  public long[] shape(String key) {
    SafeTensors.Entry entry = Objects.requireNonNull(tensors.entries().get(key), key);
    return entry.shape().stream().mapToLong(Long::longValue).toArray();
  }

  private String metadata(String key) throws InputException {
    String value = tensors.metadata().get(key);
    if (value == null) {
      throw new InputException(
          "The metadata of checkpoint " + file,
          "an entry " + key,
          tensors.metadata().keySet().toString(),
          "It was not written by this tool; checkpoints of other tools must be imported.");
    }
    return value;
  }

  /**
   * Reads every tensor, to see that all of them are there and undamaged.
   *
   * @throws InputException if the file does not hold what was written
   * @throws IOException if it cannot be read
   */
  public void verify() throws IOException {
    step();
    seconds();
    for (String name : tensors.entries().keySet()) {
      tensors.tensor(name);
    }
  }

  /**
   * Returns the configuration of the run that wrote it.
   *
   * @return networks, method, sizes and all
   */
  public TrainingConfig config() {
    return config;
  }

  /**
   * Returns the short side of frames that its generators know their domains at.
   *
   * @return pixels; 0 for the source's own
   */
  public int shortSide() {
    String side = tensors.metadata().get(SHORT_SIDE_KEY);
    return side == null ? config.data().loadSize() : Integer.parseInt(side);
  }

  /**
   * Returns how many steps were done.
   *
   * @return from 0
   * @throws InputException if the metadata does not say
   */
  public long step() throws InputException {
    return Long.parseLong(metadata(STEP_KEY));
  }

  /**
   * Returns how long was trained, resumed parts included.
   *
   * @return seconds
   * @throws InputException if the metadata does not say
   */
  public double seconds() throws InputException {
    return Double.parseDouble(metadata(SECONDS_KEY));
  }

  @Override
  public void close() throws IOException {
    tensors.close();
  }
}
