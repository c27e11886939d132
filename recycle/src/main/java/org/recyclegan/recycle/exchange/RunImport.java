package org.recyclegan.recycle.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.Preset;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Architecture;
import org.recyclegan.recycle.nn.ParameterSpec;
import org.recyclegan.recycle.nn.PatchDiscriminator;
import org.recyclegan.recycle.nn.ResnetGenerator;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.nn.UnetPredictor;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.recycle.run.SafeTensorsWriter;
import org.recyclegan.video.InputException;

/**
 * Makes a run directory of the networks that the official Recycle-GAN or
 * pytorch-CycleGAN-and-pix2pix saved: {@code latest_net_G_A.pth} and so on. The run can be
 * retargeted with; as its optimisers' state was never saved, it cannot be trained further.
 */
public final class RunImport {

  /**
   * The files' marks and the networks' names here. The official code names a discriminator after
   * the generator it teaches, so its D_A judges domain B.
   */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("G_A", Direction.A2B.generator());
    NAMES.put("G_B", Direction.B2A.generator());
    NAMES.put("P_A", NetworkRole.PREDICTOR.of(Direction.B2A));
    NAMES.put("P_B", NetworkRole.PREDICTOR.of(Direction.A2B));
    NAMES.put("D_A", NetworkRole.DISCRIMINATOR.of(Direction.A2B));
    NAMES.put("D_B", NetworkRole.DISCRIMINATOR.of(Direction.B2A));
  }

  /** The generator's name in pix2pix and the test model, which have only one direction. */
  private static final String ONLY_GENERATOR = "G";

  /**
   * What was imported.
   *
   * @param files by the name of the network they became
   * @param leftAside network files of the same epoch that have no place in a run
   * @param networks sizes found
   * @param checkpoint of the new run
   */
  public record Outcome(
      Map<String, Path> files, List<Path> leftAside, NetworkSizes networks, Path checkpoint) {}

  private final Map<String, OfficialNetwork> networks = new LinkedHashMap<>();

  private RunImport() {}

  /**
   * Imports the networks of a folder.
   *
   * @param folder with {@code latest_net_G_A.pth} or {@code latest_net_G_B.pth}, or both, and any
   *     of the P and D files; or with {@code latest_net_G.pth}, which becomes the generator of A to
   *     B
   * @param epoch what the files' names begin with; {@code latest} unless another is wanted
   * @param run the run directory to make: must not exist, or be empty
   * @param program name, commit and command line
   * @throws InputException if a file is refused, or does not fit the others; no run is left behind
   * @throws IOException if something cannot be read or written
   */
  public static Outcome importInto(Path folder, String epoch, Path run, Provenance.Program program)
      throws IOException {
    RunImport reading = new RunImport();
    try {
      Map<String, Path> files = reading.openAll(folder, epoch);
      TrainingConfig config = reading.config();
      for (OfficialNetwork network : reading.networks.values()) {
        network.checkValues();
      }
      Provenance provenance = provenance(program, files, config.seed());
      Path checkpoint = reading.write(run, config, provenance);
      return new Outcome(files, leftAside(folder, epoch, files), config.networks(), checkpoint);
    } finally {
      for (OfficialNetwork network : reading.networks.values()) {
        network.close();
      }
    }
  }

  private Map<String, Path> openAll(Path folder, String epoch) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      open(folder, epoch, name.getKey(), name.getValue(), files);
    }
    if (networks.isEmpty()) {
      open(folder, epoch, ONLY_GENERATOR, Direction.A2B.generator(), files);
    }
    if (!networks.containsKey(Direction.A2B.generator())
        && !networks.containsKey(Direction.B2A.generator())) {
      throw new InputException(
          "The folder of an official checkpoint " + folder,
          epoch + "_net_G_A.pth, " + epoch + "_net_G_B.pth or " + epoch + "_net_G.pth",
          found(folder),
          "Choose the folder that the official code saved to: checkpoints/<name>.");
    }
    return files;
  }

  private void open(Path folder, String epoch, String mark, String name, Map<String, Path> files)
      throws IOException {
    Path file = folder.resolve(epoch + "_net_" + mark + ".pth");
    if (Files.isRegularFile(file)) {
      files.put(name, file);
      networks.put(name, open(mark, file));
    }
  }

  private static List<Path> leftAside(Path folder, String epoch, Map<String, Path> files)
      throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().startsWith(epoch + "_net_"))
          .filter(file -> !files.containsValue(file))
          .sorted()
          .toList();
    }
  }

  private static OfficialNetwork open(String mark, Path file) throws IOException {
    return switch (mark.charAt(0)) {
      case 'G' -> OfficialNetwork.generator(file);
      case 'P' -> OfficialNetwork.predictor(file);
      default -> OfficialNetwork.discriminator(file);
    };
  }

  private static String found(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return "no folder of that name";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files.map(file -> file.getFileName().toString()).sorted().limit(10).toList();
      return names.isEmpty() ? "an empty folder" : String.join(", ", names);
    }
  }

  /** The published configuration, with the sizes that were found. */
  private TrainingConfig config() throws InputException {
    TrainingConfig published = Preset.PAPER.config();
    NetworkSizes sizes = published.networks();
    ResnetGenerator generator =
        shared(NetworkRole.GENERATOR, (ResnetGenerator) sizes.of(NetworkRole.GENERATOR, 1));
    UnetPredictor predictor =
        shared(NetworkRole.PREDICTOR, (UnetPredictor) sizes.of(NetworkRole.PREDICTOR, 1));
    PatchDiscriminator discriminator =
        shared(
            NetworkRole.DISCRIMINATOR, (PatchDiscriminator) sizes.of(NetworkRole.DISCRIMINATOR, 1));
    Method method =
        networks.containsKey(NetworkRole.PREDICTOR.of(Direction.B2A))
            ? Method.RECYCLE_GAN
            : Method.CYCLEGAN;
    return published
        .withMethod(method)
        .withNetworks(
            new NetworkSizes(
                generator.filters(),
                generator.blocks(),
                discriminator.filters(),
                discriminator.layers(),
                predictor.filters(),
                predictor.depth()));
  }

  /** The architecture of both domains' networks, or another if there is neither. */
  @SuppressWarnings("unchecked") // Each name's file was opened as its own kind of network.
  private <T extends Architecture> T shared(NetworkRole role, T otherwise) throws InputException {
    OfficialNetwork one = networks.get(role.names().get(0));
    OfficialNetwork other = networks.get(role.names().get(1));
    if (one == null || other == null) {
      OfficialNetwork only = one == null ? other : one;
      return only == null ? otherwise : (T) only.architecture();
    }
    if (!one.architecture().equals(other.architecture())) {
      throw new InputException(
          "The network in " + other.file(),
          one.architecture() + ", as in " + one.file(),
          other.architecture().toString(),
          "Import the two from the same training.");
    }
    return (T) one.architecture();
  }

  private static Provenance provenance(
      Provenance.Program program, Map<String, Path> files, long seed) throws IOException {
    List<Path> a = new ArrayList<>();
    List<Path> b = new ArrayList<>();
    files.values().forEach(f -> (f.toString().endsWith("_B.pth") ? b : a).add(f));
    return Provenance.collect(program, Torch.version(), seed, a, b);
  }

  private Path write(Path run, TrainingConfig config, Provenance provenance) throws IOException {
    try (RunDirectory directory = RunDirectory.create(run)) {
      return write(directory, config, provenance);
    }
  }

  private Path write(RunDirectory directory, TrainingConfig config, Provenance provenance)
      throws IOException {
    try {
      Path checkpoint = directory.checkpoints().file(0);
      save(checkpoint, networks, config, provenance);
      directory.begin(config, provenance);
      directory.log("imported " + networks.keySet());
      return checkpoint;
    } catch (IOException | RuntimeException e) {
      directory.discard();
      throw e;
    }
  }

  /**
   * Writes networks from elsewhere, whole or not at all. At which size they were trained is not
   * known, so they retarget at the source's own.
   */
  private static void save(
      Path file,
      Map<String, OfficialNetwork> networks,
      TrainingConfig config,
      Provenance provenance)
      throws IOException {
    SafeTensorsWriter writer = new SafeTensorsWriter();
    networks.forEach(
        (name, network) -> {
          for (ParameterSpec spec : network.architecture().parameters()) {
            writer.add(name + "/" + spec.name(), spec.shape(), () -> network.values(spec.name()));
          }
        });
    Map<String, String> metadata = Checkpoint.metadata(config, provenance, 0, 0);
    metadata.put(Checkpoint.SHORT_SIDE_KEY, "0");
    Checkpoint.write(file, writer, metadata);
  }
}
