package org.recyclegan.recycle.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.recycle.Resources;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.nn.UnetPredictor;
import org.recyclegan.recycle.nn.export.OnnxExport;
import org.recyclegan.recycle.pth.StateDict;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.Provenance;
import org.recyclegan.recycle.run.SafeTensors;
import org.recyclegan.video.Frame;
import org.recyclegan.video.InputException;

/**
 * What is exported from an imported checkpoint is what PyTorch had saved. That stock PyTorch itself
 * loads it is seen by {@code scripts/golden compare}.
 */
class GeneratorExportTest {

  private static final Provenance.Program PROGRAM =
      new Provenance.Program(
          "test", "unknown", List.of("import", "/home/me/official", "--out=/home/me/run"));

  @TempDir private Path folder;
  private Torch torch;
  private Path checkpoint;

  @BeforeEach
  void importARun() throws IOException {
    torch = Torch.open(Device.cpu());
    checkpoint =
        RunImport.importInto(Resources.path("/pth/zip"), "latest", folder.resolve("run"), PROGRAM)
            .checkpoint();
  }

  @AfterEach
  void close() {
    torch.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 32, 32", "2, 37, 50", "1, 6, 5", "1, 64, 33"})
  void theTorchScriptModuleIsTheGenerator(int samples, int height, int width)
      throws IOException, MalformedModelException, TranslateException {
    Path file = folder.resolve("generator.pt");
    GeneratorExport.export(
        checkpoint,
        Direction.A2B,
        GeneratorExport.Format.TORCHSCRIPT,
        GeneratorWeights.DEFAULT,
        file);
    try (NDManager scope = torch.manager().newSubManager();
        Checkpoint run = Checkpoint.open(checkpoint);
        Network generator =
            new Network(torch, run.config().networks().generator(), new SplittableRandom(1));
        Model model = Model.newInstance("generator", "PyTorch")) {
      generator.setWeights(run.weights("generator_ab", generator.architecture()));
      NDArray x = scope.randomUniform(-1, 1, new Shape(samples, 3, height, width));
      float[] expected = torch.inferring(() -> generator.forward(scope, x).toFloatArray());
      model.load(folder, "generator");
      try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator())) {
        NDArray y = predictor.predict(new NDList(x)).singletonOrThrow();
        assertEquals(x.getShape(), y.getShape());
        // Four values a channel are left to normalise of the smallest picture: rounding is
        // enlarged.
        assertArrayEquals(expected, y.toFloatArray(), 1e-4f);
      }
    }
  }

  /** Stock onnxruntime runs it: another implementation of every layer. */
  @ParameterizedTest
  @CsvSource({
    "zip, A2B, 1, 32, 32",
    "zip, B2A, 2, 48, 64",
    "nine-blocks, B2A, 2, 37, 50",
    "zip, A2B, 1, 6, 5"
  })
  void theOnnxModelIsTheGenerator(
      String source, Direction direction, int samples, int height, int width)
      throws IOException, OrtException {
    Path imported =
        RunImport.importInto(
                Resources.path("/pth/" + source), "latest", folder.resolve("imported"), PROGRAM)
            .checkpoint();
    Path file = folder.resolve("generator.onnx");
    GeneratorExport.export(
        imported, direction, GeneratorExport.Format.ONNX, GeneratorWeights.DEFAULT, file);
    try (Checkpoint run = Checkpoint.open(imported);
        Network generator =
            new Network(torch, run.config().networks().generator(), new SplittableRandom(1))) {
      generator.setWeights(run.weights(direction.generator(), generator.architecture()));
      assertEquals(0, OnnxRun.difference(torch, generator, file, samples, height, width), 1e-4);
    }
  }

  /** Joined channels and leaky rectifiers are no generator's: a predictor has them. */
  @Test
  void everyKindOfLayerIsTheSameInOnnx() throws IOException, OrtException {
    Path file = folder.resolve("predictor.onnx");
    try (Network predictor = new Network(torch, new UnetPredictor(2, 5), new SplittableRandom(3));
        OutputStream out = Files.newOutputStream(file)) {
      OnnxExport.write(out, predictor.architecture(), predictor.weights());
      assertEquals(0, OnnxRun.difference(torch, predictor, file, 2, 50, 64), 1e-4);
    }
  }

  @Test
  void theSafetensorsFileHasTheOfficialNamesAndValues() throws IOException {
    Path file = folder.resolve("generator.safetensors");
    GeneratorExport.export(
        checkpoint,
        Direction.B2A,
        GeneratorExport.Format.SAFETENSORS,
        GeneratorWeights.DEFAULT,
        file);
    try (SafeTensors exported = SafeTensors.open(file);
        StateDict official = StateDict.open(Resources.path("/pth/zip/latest_net_G_B.pth"))) {
      assertEquals(official.shapes().keySet(), exported.entries().keySet());
      for (String name : official.shapes().keySet()) {
        assertEquals(official.shapes().get(name), exported.entries().get(name).shape());
        assertArrayEquals(official.values(name), exported.tensor(name));
      }
      assertEquals("resnet_6blocks", exported.metadata().get("network"));
    }
  }

  /** Of the imported networks only the generators are taken along, and whatever they need. */
  @Test
  void aCheckpointOfTheGeneratorsTranslatesLikeTheRun() throws IOException {
    Path file = folder.resolve("generators.safetensors");
    GeneratorExport.export(
        checkpoint,
        Direction.A2B,
        GeneratorExport.Format.CHECKPOINT,
        GeneratorWeights.DEFAULT,
        file);
    try (SafeTensors of = SafeTensors.open(checkpoint);
        SafeTensors exported = SafeTensors.open(file)) {
      List<String> generators =
          of.entries().keySet().stream().filter(name -> name.startsWith("generator_")).toList();
      assertEquals(generators, List.copyOf(exported.entries().keySet()));
      assertTrue(generators.size() < of.entries().size(), "the run has discriminators, too");
      assertEquals(of.metadata().get("config"), exported.metadata().get("config"));
      Provenance provenance = Provenance.read(exported.metadata().get("provenance"));
      assertEquals(
          Set.of("latest_net_G_A.pth", "latest_net_P_A.pth", "latest_net_D_A.pth"),
          provenance.inputsA().keySet(),
          "names without folders");
      assertEquals(List.of("import", "official", "--out=run"), provenance.commandLine());
    }
    byte[] rgb = new byte[3 * 40 * 32];
    new SplittableRandom(1).nextBytes(rgb);
    Frame frame = new Frame(40, 32, rgb, 0);
    for (Direction direction : Direction.values()) {
      try (FrameTranslator whole = FrameTranslator.load(torch, checkpoint, direction);
          FrameTranslator alone = FrameTranslator.load(torch, file, direction)) {
        assertArrayEquals(whole.translate(frame).rgb(), alone.translate(frame).rgb());
        assertEquals(whole.shortSide(), alone.shortSide());
      }
    }
  }

  /** An import may have had one of them only. */
  @Test
  void aCheckpointHasTheGeneratorsThatThereAre() throws IOException {
    Path official = Files.createDirectory(folder.resolve("official"));
    Files.copy(
        Resources.path("/pth/zip/latest_net_G_B.pth"), official.resolve("latest_net_G_B.pth"));
    Path one =
        RunImport.importInto(official, "latest", folder.resolve("one"), PROGRAM).checkpoint();
    Path file = folder.resolve("generators.safetensors");
    GeneratorExport.export(
        one, Direction.A2B, GeneratorExport.Format.CHECKPOINT, GeneratorWeights.DEFAULT, file);
    FrameTranslator.load(torch, file, Direction.B2A).close();
    InputException refusal =
        assertThrows(InputException.class, () -> FrameTranslator.load(torch, file, Direction.A2B));
    assertTrue(String.valueOf(refusal.getMessage()).contains("`direction` b2a"), refusal::toString);
  }

  @Test
  void nothingIsLeftOfAnExportThatFails() {
    Path file = folder.resolve("x.pt");
    assertThrows(
        InputException.class,
        () ->
            GeneratorExport.export(
                Resources.path("/pth/hostile/half.pth"),
                Direction.A2B,
                GeneratorExport.Format.TORCHSCRIPT,
                GeneratorWeights.DEFAULT,
                file));
    assertFalse(Files.exists(file));
  }
}
