package org.recyclegan.recycle.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.recycle.Resources;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.nn.ResnetGenerator;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.pth.StateDict;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.RunDirectory;
import org.recyclegan.video.InputException;

/** Files that PyTorch itself wrote, by {@code scripts/golden pth}; nothing of Python runs here. */
class RunImportTest {

  private static final Provenance.Program PROGRAM =
      new Provenance.Program("test", "unknown", List.of());

  private static Torch torch;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    torch = Torch.open(Device.cpu());
  }

  @AfterAll
  static void close() {
    torch.close();
  }

  private RunImport.Outcome importFrom(Path source) throws IOException {
    return RunImport.importInto(source, "latest", folder.resolve("run"), PROGRAM);
  }

  @ParameterizedTest
  @CsvSource({"zip, A2B", "legacy, A2B", "nine-blocks, B2A"})
  void anImportedGeneratorMakesPyTorchsFrames(String name, Direction direction) throws IOException {
    Path source = Resources.path("/pth/" + name);
    RunImport.Outcome outcome = importFrom(source);
    double difference =
        OfficialFrames.largestDifference(torch, source, outcome.checkpoint(), direction);
    assertTrue(difference < 0.51, difference + " levels");
  }

  @Test
  void sizesAndMethodAreFound() throws IOException {
    RunImport.Outcome outcome = importFrom(Resources.path("/pth/zip"));
    assertEquals(new NetworkSizes(2, 6, 1, 3, 1, 5), outcome.networks());
    RunDirectory run = RunDirectory.open(folder.resolve("run"));
    assertEquals(Method.RECYCLE_GAN, run.config().method());
    assertEquals(outcome.networks(), run.config().networks());
    assertEquals(outcome.checkpoint(), run.checkpoints().find("latest"));
    assertEquals("test", run.provenance().tool());
    assertEquals(3, run.provenance().inputsA().size());
  }

  @Test
  void withoutPredictorsItIsACycleGan() throws IOException {
    RunImport.Outcome outcome = importFrom(Resources.path("/pth/nine-blocks"));
    assertEquals(9, outcome.networks().size(NetworkRole.GENERATOR, "blocks"));
    assertEquals(1, outcome.networks().size(NetworkRole.GENERATOR, "filters"));
    assertEquals(Set.of("generator_ba"), outcome.files().keySet());
    assertEquals(Method.CYCLEGAN, RunDirectory.open(folder.resolve("run")).config().method());
    InputException e =
        assertThrows(
            InputException.class,
            () -> FrameTranslator.load(torch, outcome.checkpoint(), Direction.A2B));
    assertTrue(e.getMessage().contains("`direction` b2a"), e.getMessage());
    e =
        assertThrows(
            InputException.class,
            () ->
                GeneratorExport.export(
                    outcome.checkpoint(),
                    Direction.A2B,
                    GeneratorExport.Format.ONNX,
                    GeneratorWeights.DEFAULT,
                    folder.resolve("x.onnx")));
    assertTrue(e.getMessage().contains("`direction` b2a"), e.getMessage());
  }

  /** In the official code D_A teaches G_A, whose frames are B's. */
  @Test
  void discriminatorsAreNamedForWhatTheyJudge() throws IOException {
    RunImport.Outcome outcome = importFrom(Resources.path("/pth/zip"));
    try (Checkpoint run = Checkpoint.open(outcome.checkpoint());
        StateDict file = StateDict.open(Resources.path("/pth/zip/latest_net_D_A.pth"))) {
      Map<String, float[]> weights =
          run.weights("discriminator_b", outcome.networks().of(NetworkRole.DISCRIMINATOR, 1));
      assertArrayEquals(file.values("model.5.weight"), weights.get("model.5.weight"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "system-zip.pth, posix.system",
    "system-legacy.pth, posix.system",
    "eval-zip.pth, __builtin__.eval",
    "eval-legacy.pth, __builtin__.eval",
    "huge.pth, 2147483647",
    "missing-key.pth, model.4.bias",
    "wrong-shape.pth, '[4, 1, 3, 3]'",
    "unknown-key.pth, model.99.weight",
    "no-dictionary.pth, no dictionary",
    "torchscript.pth, a TorchScript module"
  })
  void whatIsNotAGeneratorIsRefusedByNameAndLeavesNothing(String file, String named)
      throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Path copy = source.resolve("latest_net_G_A.pth");
    Files.copy(Resources.path("/pth/hostile/" + file), copy);
    InputException e = assertThrows(InputException.class, () -> importFrom(source));
    assertTrue(e.getMessage().contains(named), e.getMessage());
    assertTrue(e.getMessage().contains(copy.toString()), e.getMessage());
    assertFalse(Files.exists(folder.resolve("run")));
    assertFalse(Files.exists(Path.of("hacked")));
  }

  /** As torch.save writes a model after model.half(). */
  @Test
  void halfPrecisionIsWidened() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Path copy = source.resolve("latest_net_G_A.pth");
    Files.copy(Resources.path("/pth/hostile/half.pth"), copy);
    RunImport.Outcome outcome = importFrom(source);
    try (Checkpoint run = Checkpoint.open(outcome.checkpoint())) {
      run.weights("generator_ab", outcome.networks().generator())
          .values()
          .forEach(
              values -> {
                for (float value : values) {
                  // Eleven significant bits, and no more than a half precision's smallest step.
                  float coarse = Math.max(Math.ulp(value) * 0x1p13f, 0x1p-24f);
                  assertEquals(0, Math.abs(Math.IEEEremainder(value, coarse)), () -> "" + value);
                }
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"netG.", "module.netG_A.", "generator.module."})
  void whatStandsBeforeEveryNameIsNoPartOfIt(String prefix) throws IOException {
    Path original = Resources.path("/pth/zip/latest_net_G_A.pth");
    Path source =
        copyOfGenerator(
            "latest_net_G_A.pth",
            (entry, bytes) -> {
              byte[] changed = bytes;
              if (entry.equals("data.pkl")) {
                try (StateDict file = StateDict.open(original)) {
                  for (String name : file.shapes().keySet()) {
                    changed = PthFiles.renamed(changed, name, prefix + name);
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
              return changed;
            });
    RunImport.Outcome outcome = importFrom(source);
    try (Checkpoint run = Checkpoint.open(outcome.checkpoint());
        StateDict file = StateDict.open(original)) {
      assertArrayEquals(
          file.values("model.1.weight"),
          run.weights("generator_ab", outcome.networks().generator()).get("model.1.weight"));
    }
  }

  @Test
  void whatIsNoCheckpointAtAllIsNamed() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Path file = source.resolve("latest_net_G_A.pth");
    Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n");
    InputException e = assertThrows(InputException.class, () -> importFrom(source));
    assertTrue(e.getMessage().contains("LFS"), e.getMessage());
    assertTrue(e.getMessage().contains("`git lfs pull`"), e.getMessage());
    Files.writeString(file, "\n<!DOCTYPE html><html>too many downloads");
    e = assertThrows(InputException.class, () -> importFrom(source));
    assertTrue(e.getMessage().contains("web page"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "legacy"})
  void aFileCutAnywhereIsRefused(String name) throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    byte[] whole = Files.readAllBytes(Resources.path("/pth/" + name + "/latest_net_G_A.pth"));
    for (int i = 0; i < 60; i++) {
      int length = (int) ((long) whole.length * i / 60);
      Files.write(source.resolve("latest_net_G_A.pth"), Arrays.copyOf(whole, length));
      assertThrows(InputException.class, () -> importFrom(source), length + " bytes");
      assertFalse(Files.exists(folder.resolve("run")));
    }
  }

  /** Any byte may be wrong: the file is refused, or read; nothing else happens. */
  @ParameterizedTest
  @ValueSource(strings = {"zip", "legacy"})
  void aDamagedPickleIsRefusedOrRead(String name) throws IOException {
    Path damaged = folder.resolve("damaged.pth");
    byte[] whole = Files.readAllBytes(Resources.path("/pth/" + name + "/latest_net_G_A.pth"));
    for (int i = 0; i < 400; i++) {
      byte[] bytes = whole.clone();
      bytes[37 * i % Math.min(whole.length, 9000)] ^= (byte) (1 << i % 8);
      Files.write(damaged, bytes);
      try (OfficialNetwork network = OfficialNetwork.generator(damaged)) {
        assertEquals(new ResnetGenerator(2, 6), network.architecture());
      } catch (InputException e) {
        assertTrue(e.getMessage().contains("damaged.pth"), e.getMessage());
      }
    }
  }

  private Path copyOfGenerator(String name, BiFunction<String, byte[], byte[]> change)
      throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    PthFiles.rewrite(Resources.path("/pth/zip/latest_net_G_A.pth"), source.resolve(name), change);
    return source;
  }

  /** pix2pix has one generator and a discriminator that sees both pictures. */
  @Test
  void aGeneratorAloneBecomesThatOfAToB() throws IOException {
    Path source = copyOfGenerator("latest_net_G.pth", (name, bytes) -> bytes);
    Path other = Files.createFile(source.resolve("latest_net_D.pth"));
    for (String frames : List.of("48x40.png", "50x37.png", "expected.npz")) {
      Files.copy(Resources.path("/pth/zip/" + frames), source.resolve(frames));
    }
    RunImport.Outcome outcome = importFrom(source);
    assertEquals(Set.of("generator_ab"), outcome.files().keySet());
    assertEquals(List.of(other), outcome.leftAside());
    double difference =
        OfficialFrames.largestDifference(torch, source, outcome.checkpoint(), Direction.A2B);
    assertTrue(difference < 0.51, difference + " levels");
  }

  @Test
  void anEpochsOwnFilesAreRead() throws IOException {
    Path source = copyOfGenerator("iter_5000_net_G_B.pth", (name, bytes) -> bytes);
    RunImport.Outcome outcome =
        RunImport.importInto(source, "iter_5000", folder.resolve("run"), PROGRAM);
    assertEquals(Set.of("generator_ba"), outcome.files().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "model.4.bias, module.model.1.bias, model.1.bias",
    "model.4.bias, model.10.conv_block.6.bias, model.10.conv_block.5.bias",
    "model.4.bias, net.0.bias, --netD pixel",
    "model.4.bias, model1.4.bias, --which_model_netP prediction",
    "model.1.bias, model.2.weight, --norm batch",
    "model.1.weight, model.2.weight, model.1.weight"
  })
  void namesThatDoNotFitAreRefused(String name, String other, String named) throws IOException {
    Path source =
        copyOfGenerator(
            "latest_net_G_A.pth",
            (entry, bytes) ->
                entry.equals("data.pkl") ? PthFiles.renamed(bytes, name, other) : bytes);
    InputException e = assertThrows(InputException.class, () -> importFrom(source));
    assertTrue(e.getMessage().contains(named), e.getMessage());
    assertFalse(Files.exists(folder.resolve("run")));
  }

  /** Names and shapes fit, so this is seen only when the values are read. */
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY})
  void aWeightThatIsNoNumberIsRefusedAndLeavesNoRun(float value) throws IOException {
    Path source =
        copyOfGenerator(
            "latest_net_G_A.pth",
            (entry, bytes) -> {
              if (entry.equals("data/2")) {
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(4, value);
              }
              return bytes;
            });
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                RunImport.importInto(source, "latest", folder.resolve("new/folders/run"), PROGRAM));
    assertTrue(e.getMessage().contains("model.4.weight"), e.getMessage());
    assertTrue(e.getMessage().contains(value + " at index 1"), e.getMessage());
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @Test
  void generatorsOfDifferentSizesAreRefused() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.copy(Resources.path("/pth/zip/latest_net_G_A.pth"), source.resolve("latest_net_G_A.pth"));
    Files.copy(
        Resources.path("/pth/nine-blocks/latest_net_G_B.pth"),
        source.resolve("latest_net_G_B.pth"));
    InputException e = assertThrows(InputException.class, () -> importFrom(source));
    assertTrue(e.getMessage().contains("blocks=9"), e.getMessage());
  }

  @Test
  void aFolderWithoutGeneratorsIsRefused() throws IOException {
    InputException e = assertThrows(InputException.class, () -> importFrom(folder));
    assertTrue(e.getMessage().contains("latest_net_G_A.pth"), e.getMessage());
    assertThrows(InputException.class, () -> importFrom(folder.resolve("missing")));
  }

  @Test
  void aFolderInUseIsLeftAsItIs() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("run")).resolve("kept");
    Files.writeString(kept, "x");
    assertThrows(InputException.class, () -> importFrom(Resources.path("/pth/zip")));
    assertTrue(Files.exists(kept));
  }

  @Test
  void afterAFailureWhileWritingNoRunIsLeft() throws IOException {
    // The run's folder cannot be made where a file is.
    Path file = Files.createFile(folder.resolve("file"));
    assertThrows(
        IOException.class,
        () ->
            RunImport.importInto(
                Resources.path("/pth/zip"), "latest", file.resolve("run"), PROGRAM));
    assertTrue(Files.isRegularFile(file));
  }
}
