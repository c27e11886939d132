package org.recyclegan.recycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.ParameterSpec;
import org.recyclegan.recycle.nn.PatchDiscriminator;
import org.recyclegan.recycle.nn.ResnetGenerator;
import org.recyclegan.recycle.nn.UnetPredictor;
import org.recyclegan.recycle.pth.StateDict;
import org.recyclegan.video.InputException;

/**
 * A network file of the official Recycle-GAN or of pytorch-CycleGAN-and-pix2pix: what it is, found
 * from names and shapes, and its weights by the names that this project uses. To be closed.
 */
final class OfficialNetwork implements AutoCloseable {

  /** Statistics that instance normalisation kept before PyTorch 0.4 and never used. */
  private static final Pattern IGNORED =
      Pattern.compile(".*\\.(running_mean|running_var|num_batches_tracked)");

  /** {@code torch.nn.DataParallel} puts its own attribute before every name. */
  private static final String DATA_PARALLEL = "module.";

  /** With dropout between them, a residual block's second convolution is one place further. */
  private static final Pattern AFTER_DROPOUT = Pattern.compile("(.*\\.conv_block)\\.6\\.(.*)");

  private static final Pattern BLOCK = Pattern.compile("(model\\.\\d+)\\.conv_block\\..*");
  private static final Pattern NESTED =
      Pattern.compile("(model\\.model\\.1\\.model\\.(3\\.model\\.)*).*");

  private final StateDict file;
  private final Map<String, String> fileNames = new LinkedHashMap<>();
  private final Architecture architecture;

  private OfficialNetwork(StateDict file, Function<Map<String, List<Long>>, Architecture> detection)
      throws InputException {
    this.file = file;
    file.shapes().keySet().stream()
        .filter(name -> !IGNORED.matcher(name).matches())
        .forEach(name -> fileNames.put(canonical(name), name));
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    fileNames.forEach((name, original) -> shapes.put(name, shape(original)));
    architecture = detection.apply(shapes);
    check(shapes);
  }

  /**
   * Opens a generator's file.
   *
   * @throws InputException if it is not that of a residual generator for RGB
   */
  static OfficialNetwork generator(Path file) throws IOException {
    return open(
        file,
        shapes -> new ResnetGenerator(filters(shapes, "model.1.weight"), distinct(shapes, BLOCK)));
  }

  /**
   * Opens a predictor's file.
   *
   * @throws InputException if it is not that of a U-Net for two RGB frames
   */
  static OfficialNetwork predictor(Path file) throws IOException {
    return open(
        file,
        shapes ->
            new UnetPredictor(
                filters(shapes, "model.model.0.weight"), 1 + distinct(shapes, NESTED)));
  }

  /**
   * Opens a discriminator's file.
   *
   * @throws InputException if it is not that of a patch discriminator for RGB
   */
  static OfficialNetwork discriminator(Path file) throws IOException {
    return open(
        file,
        shapes -> {
          long convolutions = shapes.keySet().stream().filter(n -> n.endsWith(".weight")).count();
          return new PatchDiscriminator(filters(shapes, "model.0.weight"), (int) convolutions - 2);
        });
  }

  private static OfficialNetwork open(
      Path file, Function<Map<String, List<Long>>, Architecture> detection) throws IOException {
    StateDict tensors = StateDict.open(file);
    try {
      return new OfficialNetwork(tensors, detection);
    } catch (IllegalArgumentException e) {
      tensors.close();
      throw new InputException(
          "The network in " + file,
          "a residual generator, U-Net predictor or patch discriminator",
          "other layers (" + e.getMessage() + ")",
          "Only networks with the default options of the official code can be imported.",
          e);
    } catch (IOException | RuntimeException e) {
      tensors.close();
      throw e;
    }
  }

  private static String canonical(String name) {
    String plain = name.startsWith(DATA_PARALLEL) ? name.substring(DATA_PARALLEL.length()) : name;
    return AFTER_DROPOUT.matcher(plain).replaceFirst("$1.5.$2");
  }

  private List<Long> shape(String original) {
    List<Long> shape = file.shapes().get(original);
    return shape == null ? List.of() : shape;
  }

  /** The first layer's output channels; 1 where that layer is missing, which is reported later. */
  private static int filters(Map<String, List<Long>> shapes, String first) {
    List<Long> shape = shapes.getOrDefault(first, List.of());
    return shape.isEmpty() ? 1 : Math.toIntExact(Math.min(shape.get(0), 1 << 12));
  }

  /** How many different first groups the names have that match. */
  private static int distinct(Map<String, List<Long>> shapes, Pattern pattern) {
    Stream<String> groups =
        shapes.keySet().stream()
            .map(pattern::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1));
    return (int) groups.distinct().count();
  }

  private void check(Map<String, List<Long>> shapes) throws InputException {
    List<String> unknown = new ArrayList<>(shapes.keySet());
    for (ParameterSpec spec : architecture.parameters()) {
      List<Long> expected = Arrays.stream(spec.shape().getShape()).boxed().toList();
      List<Long> found = shapes.get(spec.name());
      if (!expected.equals(found)) {
        throw new InputException(
            "Tensor " + spec.name() + " of " + file.file(),
            "shape " + expected + ", as the other layers suggest",
            found == null ? "none of that name" : "shape " + found,
            "Check that it is the file of " + architecture + ".");
      }
      unknown.remove(spec.name());
    }
    if (!unknown.isEmpty()) {
      throw new InputException(
          "The tensors of " + file.file(),
          "those of " + architecture + " only",
          "also " + unknown.get(0) + " of shape " + shapes.get(unknown.get(0)),
          "Only networks with the default options of the official code can be imported.");
    }
  }

  /** Returns what the network is. */
  Architecture architecture() {
    return architecture;
  }

  /** Returns the file. */
  Path file() {
    return file.file();
  }

  /** Reads a parameter by the name that {@link Architecture#parameters()} has for it. */
  float[] values(String name) throws IOException {
    @Nullable String original = fileNames.get(name);
    if (original == null) {
      throw new IllegalArgumentException("No parameter " + name);
    }
    return file.values(original);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
