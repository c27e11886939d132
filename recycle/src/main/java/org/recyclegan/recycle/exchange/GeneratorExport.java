package org.recyclegan.recycle.exchange;

import ai.djl.ndarray.types.Shape;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recyclegan.files.WholeFile;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.config.NetworkChoice;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.ParameterSpec;
import org.recyclegan.recycle.nn.export.OnnxExport;
import org.recyclegan.recycle.nn.export.TorchScriptExport;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.SafeTensorsWriter;

/** Writes trained generators, for use without this project or to be passed on. */
public final class GeneratorExport {

  /** The formats that can be written. */
  public enum Format {
    /**
     * A module for {@code torch.jit.load}: (N, 3, H, W), RGB in [-1, 1], sides from 5 pixels, to
     * the same.
     */
    TORCHSCRIPT,
    /** The same as an ONNX model, {@code input} to {@code output}. */
    ONNX,
    /** Weights alone, by the names that the official code gives them. */
    SAFETENSORS,
    /**
     * A checkpoint of this project with the generators of both directions and nothing else: a
     * fraction of the size, to retarget with wherever the run itself is not.
     */
    CHECKPOINT;

    /**
     * Returns the name that the command line uses.
     *
     * @return in lower case
     */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private GeneratorExport() {}

  /**
   * Writes a generator to a file, whole or not at all; as {@link Format#CHECKPOINT} both.
   *
   * @param checkpoint of a run
   * @param direction which of its two generators; a checkpoint has both
   * @param format of the file
   * @param wanted which of its weights
   * @param out the file, replaced if it exists
   * @return which of its weights there were
   * @throws org.recyclegan.video.InputException if the checkpoint is damaged or has no such
   *     generator
   * @throws IOException if something cannot be read or written
   */
  public static GeneratorWeights export(
      Path checkpoint, Direction direction, Format format, GeneratorWeights wanted, Path out)
      throws IOException {
    try (Checkpoint run = Checkpoint.open(checkpoint)) {
      GeneratorWeights used = run.generators().present(wanted);
      NetworkChoice choice = run.config().networks().of(NetworkRole.GENERATOR);
      Architecture generator = run.config().networks().generator();
      switch (format) {
        case TORCHSCRIPT -> {
          Map<String, float[]> weights = run.generators().weights(direction, used);
          write(out, stream -> TorchScriptExport.write(stream, generator, weights));
        }
        case ONNX -> {
          Map<String, float[]> weights = run.generators().weights(direction, used);
          write(out, stream -> OnnxExport.write(stream, generator, weights));
        }
        case SAFETENSORS ->
            writeSafeTensors(
                out,
                new Source(direction, choice, used),
                generator,
                run.generators().weights(direction, used));
        case CHECKPOINT -> run.generators().save(out, used);
      }
      return used;
    }
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void write(Path file, Content content) throws IOException {
    WholeFile.write(
        file,
        temporary -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
            content.writeTo(out);
          }
        });
  }

  /** What the metadata say. */
  private record Source(Direction direction, NetworkChoice choice, GeneratorWeights weights) {}

  private static void writeSafeTensors(
      Path file, Source source, Architecture generator, Map<String, float[]> weights)
      throws IOException {
    SafeTensorsWriter writer = new SafeTensorsWriter();
    for (ParameterSpec spec : generator.parameters()) {
      Shape shape = spec.shape();
      writer.add(spec.name(), shape, () -> values(weights, spec));
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    // "pt" is what PyTorch's loader of the format expects here.
    metadata.put("format", "pt");
    NetworkChoice choice = source.choice();
    Map<String, Integer> sizes = new LinkedHashMap<>(choice.sizes());
    @Nullable Integer blocks = sizes.remove("blocks");
    // As the official code names its generators: resnet_6blocks.
    metadata.put(
        "network", choice.architecture() + (blocks == null ? "" : "_" + blocks + "blocks"));
    sizes.forEach((name, size) -> metadata.put(name, Integer.toString(size)));
    metadata.put("direction", source.direction().toString());
    metadata.put("weights", source.weights().toString());
    WholeFile.write(file, temporary -> writer.write(temporary, metadata));
  }

  private static float[] values(Map<String, float[]> weights, ParameterSpec spec) {
    float[] values = weights.get(spec.name());
    if (values == null) {
      throw new IllegalStateException("No weights of " + spec.name());
    }
    return values;
  }
}
