package org.recyclegan.recycle.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.Resources;
import org.recyclegan.recycle.config.Direction;
import org.recyclegan.recycle.config.GeneratorWeights;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.retarget.FrameTranslator;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.recycle.run.SafeTensors;
import org.recyclegan.recycle.train.Trainer;
import org.recyclegan.recycle.train.TrainerState;
import org.recyclegan.recycle.train.TrainerTest;
import org.recyclegan.video.Frame;
import org.recyclegan.video.InputException;

/** Which of a generator's weights leave a checkpoint, and what is said of them. */
class AveragedGeneratorsTest {

  private static final String TENSOR = "model.1.weight";

  @TempDir private static Path shared;
  private static Torch torch;
  private static Path checkpoint;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws IOException {
    torch = Torch.open(Device.cpu());
    checkpoint = shared.resolve("averaged.safetensors");
    TrainingConfig c = TrainerTest.config(Method.CYCLEGAN, 0);
    TrainingConfig config = c.withOptimisation(c.optimisation().withAverageHalfLife(5));
    try (Trainer trainer = new Trainer(torch, config, new Noise(0), new Noise(2))) {
      for (int i = 0; i < 8; i++) {
        // Fast, so that averages lag behind by more than a level.
        trainer.step(0.02);
      }
      TrainerState.save(checkpoint, trainer, config, TrainerTest.PROVENANCE, 1);
    }
  }

  @AfterAll
  static void close() {
    torch.close();
  }

  private static Frame frame() {
    byte[] rgb = new byte[3 * 40 * 32];
    new SplittableRandom(1).nextBytes(rgb);
    return new Frame(40, 32, rgb, 0);
  }

  private static String stored(GeneratorWeights weights, Direction direction) {
    String prefix = weights == GeneratorWeights.AVERAGED ? "average." : "";
    return prefix + direction.generator() + "/" + TENSOR;
  }

  private static byte[] translated(Path from, Direction direction, GeneratorWeights weights)
      throws IOException {
    try (FrameTranslator translator =
        FrameTranslator.load(torch, from, direction, Precision.FLOAT32, weights)) {
      assertEquals(weights, translator.weights());
      return translator.translate(frame()).rgb();
    }
  }

  /** Another way to the same picture: the stored tensors, one by one, in a network of its own. */
  private static byte[] expected(Direction direction, GeneratorWeights weights) throws IOException {
    try (Checkpoint file = Checkpoint.open(checkpoint);
        Network network =
            new Network(torch, file.config().networks().generator(), new SplittableRandom(9));
        var scope = torch.manager().newSubManager()) {
      Map<String, float[]> values = network.weights();
      String tensor = stored(weights, direction);
      String prefix = tensor.substring(0, tensor.length() - TENSOR.length());
      for (String name : List.copyOf(values.keySet())) {
        values.put(name, file.tensor(prefix + name));
      }
      network.setWeights(values);
      float[] x = new float[3 * 40 * 32];
      byte[] rgb = frame().rgb();
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < 40 * 32; i++) {
          x[c * 40 * 32 + i] = (rgb[3 * i + c] & 0xff) / 127.5f - 1;
        }
      }
      var shape = new Shape(1, 3, 32, 40);
      return torch.inferring(
          () ->
              torch
                  .ops()
                  .toBytes(scope, network.forward(scope, scope.create(x, shape)))
                  .toByteArray());
    }
  }

  @ParameterizedTest
  @EnumSource(GeneratorWeights.class)
  void framesAreTranslatedWithTheWeightsAskedFor(GeneratorWeights weights) throws IOException {
    for (Direction direction : Direction.values()) {
      byte[] expected = expected(direction, weights);
      byte[] found = translated(checkpoint, direction, weights);
      for (int i = 0; i < expected.length; i++) {
        assertTrue(Math.abs((expected[i] & 0xff) - (found[i] & 0xff)) <= 1, "value " + i);
      }
    }
  }

  @Test
  void averagesMakeOtherPicturesAndAreTheDefault() throws IOException {
    byte[] averaged = translated(checkpoint, Direction.A2B, GeneratorWeights.AVERAGED);
    assertFalse(
        Arrays.equals(averaged, translated(checkpoint, Direction.A2B, GeneratorWeights.RAW)));
    try (FrameTranslator usual = FrameTranslator.load(torch, checkpoint, Direction.A2B)) {
      assertArrayEquals(averaged, usual.translate(frame()).rgb());
    }
  }

  @ParameterizedTest
  @EnumSource(GeneratorWeights.class)
  void weightsAloneAreThoseAskedForAndSayIt(GeneratorWeights weights) throws IOException {
    Path file = folder.resolve("generator.safetensors");
    assertEquals(
        weights,
        GeneratorExport.export(
            checkpoint, Direction.B2A, GeneratorExport.Format.SAFETENSORS, weights, file));
    try (SafeTensors exported = SafeTensors.open(file);
        SafeTensors run = SafeTensors.open(checkpoint)) {
      assertArrayEquals(run.tensor(stored(weights, Direction.B2A)), exported.tensor(TENSOR));
      assertEquals(weights.toString(), exported.metadata().get("weights"));
    }
  }

  @ParameterizedTest
  @EnumSource(GeneratorWeights.class)
  void aCheckpointOfTheGeneratorsHasOneSetOfWeights(GeneratorWeights weights) throws IOException {
    Path file = folder.resolve("generators.safetensors");
    GeneratorExport.export(
        checkpoint, Direction.A2B, GeneratorExport.Format.CHECKPOINT, weights, file);
    for (Direction direction : Direction.values()) {
      assertArrayEquals(
          translated(checkpoint, direction, weights), translated(file, direction, weights));
    }
    try (SafeTensors exported = SafeTensors.open(file)) {
      assertTrue(
          exported.entries().keySet().stream().allMatch(name -> name.startsWith("generator_")));
      if (weights == GeneratorWeights.AVERAGED) {
        assertEquals("averaged", exported.metadata().get("weights"));
      } else {
        assertNull(exported.metadata().get("weights"));
      }
    }
  }

  /** Averages that were passed on alone are not passed off as the weights of the last step. */
  @Test
  void whatWasNotExportedIsRefused() throws IOException {
    Path file = folder.resolve("generators.safetensors");
    Path again = folder.resolve("again.safetensors");
    GeneratorExport.export(
        checkpoint,
        Direction.A2B,
        GeneratorExport.Format.CHECKPOINT,
        GeneratorWeights.AVERAGED,
        file);
    InputException e =
        assertThrows(
            InputException.class, () -> translated(file, Direction.A2B, GeneratorWeights.RAW));
    assertTrue(e.getMessage().contains("raw"), e.getMessage());
    assertTrue(e.getMessage().contains("generators.safetensors"), e.getMessage());
    GeneratorExport.export(
        file, Direction.A2B, GeneratorExport.Format.CHECKPOINT, GeneratorWeights.AVERAGED, again);
    assertArrayEquals(
        translated(checkpoint, Direction.A2B, GeneratorWeights.AVERAGED),
        translated(again, Direction.A2B, GeneratorWeights.AVERAGED));
  }

  @Test
  void aCheckpointWithoutAveragesTranslatesWithWhatItHas() throws IOException {
    Path old = Resources.path("/checkpoints/format-1.safetensors");
    try (FrameTranslator translator =
        FrameTranslator.load(
            torch, old, Direction.A2B, Precision.FLOAT32, GeneratorWeights.AVERAGED)) {
      assertEquals(GeneratorWeights.RAW, translator.weights());
      assertArrayEquals(
          translated(old, Direction.A2B, GeneratorWeights.RAW),
          translator.translate(frame()).rgb());
    }
  }
}
