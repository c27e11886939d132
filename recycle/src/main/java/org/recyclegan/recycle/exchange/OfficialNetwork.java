package org.recyclegan.recycle.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public final class OfficialNetwork implements AutoCloseable {

  /** Statistics that instance normalisation kept before PyTorch 0.4 and never used. */
  private static final Pattern IGNORED =
      Pattern.compile(".*\\.(running_mean|running_var|num_batches_tracked)");

  /**
   * What stands before the official names where the module was a part of others: {@code
   * torch.nn.DataParallel} and {@code torch.compile} put theirs there, and a file that was saved
   * from a whole model has {@code netG.} or the like.
   */
  private static final Pattern WRAPPER = Pattern.compile("^((?!model\\.)\\w+\\.)+(?=model\\.)");

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
    UnsupportedNetwork.refuse(file.file(), file.shapes());
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    for (Map.Entry<String, List<Long>> tensor : file.shapes().entrySet()) {
      if (!IGNORED.matcher(tensor.getKey()).matches()) {
        String name = canonical(tensor.getKey());
        @Nullable String earlier = fileNames.put(name, tensor.getKey());
        if (earlier != null) {
          throw new InputException(
              "Tensor " + tensor.getKey() + " of " + file.file(),
              "one tensor of each layer",
              "also " + earlier + ", of the same layer",
              "Remove the one that does not belong to the network.");
        }
        shapes.put(name, tensor.getValue());
      }
    }
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
        shapes ->
            new ResnetGenerator(
                filters(shapes, "model.1.weight"), Math.max(1, distinct(shapes, BLOCK))));
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
          return new PatchDiscriminator(
              filters(shapes, "model.0.weight"), (int) Math.max(1, convolutions - 2));
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
    String plain = WRAPPER.matcher(name).replaceFirst("");
    return AFTER_DROPOUT.matcher(plain).replaceFirst("$1.5.$2");
  }

  /** The first layer's output channels; 1 where that layer is missing, which is reported later. */
  private static int filters(Map<String, List<Long>> shapes, String first) {
    List<Long> shape = shapes.getOrDefault(first, List.of());
    return shape.isEmpty() ? 1 : Math.toIntExact(Math.min(shape.get(0), 1 << 12));
  }

  /** Returns the number of different first groups among the matching names. */
  private static int distinct(Map<String, List<Long>> shapes, Pattern pattern) {
    Stream<String> groups =
        shapes.keySet().stream()
            .map(pattern::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1));
    return (int) groups.distinct().count();
  }

  private void check(Map<String, List<Long>> shapes) throws InputException {
    Set<String> unknown = new LinkedHashSet<>(shapes.keySet());
    for (ParameterSpec spec : architecture.parameters()) {
      List<Long> expected = Arrays.stream(spec.shape().getShape()).boxed().toList();
      List<Long> found = shapes.get(spec.name());
      if (!expected.equals(found)) {
        throw new InputException(
            "Tensor " + spec.name() + " of " + file.file(),
            "shape " + expected + ", as the other layers suggest",
            found == null ? "none of that name, but " + beginning() : "shape " + found,
            "Check that it is the file of " + architecture + ".");
      }
      unknown.remove(spec.name());
    }
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      throw new InputException(
          "The tensors of " + file.file(),
          "those of " + architecture + " only",
          "also " + first + " of shape " + shapes.get(first),
          "Only networks with the default options of the official code can be imported.");
    }
  }

  private String beginning() {
    return file.shapes().keySet().stream().limit(3).toList() + " and so on";
  }

  /** Returns what the network is. */
  public Architecture architecture() {
    return architecture;
  }

  /** Returns the file. */
  Path file() {
    return file.file();
  }

  /**
   * Reads a parameter by the name that {@link Architecture#parameters()} has for it.
   *
   * @throws InputException if it is damaged, not of float32, or has a value that is not finite
   */
  public float[] values(String name) throws IOException {
    @Nullable String original = fileNames.get(name);
    if (original == null) {
      throw new IllegalArgumentException("No parameter " + name);
    }
    float[] values = file.values(original);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new InputException(
            "Tensor " + original + " of " + file.file(),
            "finite numbers",
            values[i] + " at index " + i,
            "That training diverged; import an earlier epoch of it with `epoch`.");
      }
    }
    return values;
  }

  /**
   * Reads every parameter once, so that what cannot be read is known before anything is written.
   *
   * @throws InputException as {@link #values}
   */
  void checkValues() throws IOException {
    for (ParameterSpec spec : architecture.parameters()) {
      values(spec.name());
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
