package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.recyclegan.recycle.Noise;
import org.recyclegan.recycle.OpenTorch;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.config.NetworkRole;
import org.recyclegan.recycle.config.TrainingConfig;
import org.recyclegan.recycle.nn.EvenResnetGenerator;
import org.recyclegan.recycle.nn.ForeignNetwork;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.nn.export.OnnxExport;
import org.recyclegan.recycle.nn.export.TorchScriptExport;
import org.recyclegan.recycle.nn.tile.TiledNetwork;
import org.recyclegan.recycle.run.Checkpoint;
import org.recyclegan.video.Size;

/** An architecture that no other class names goes wherever the published one goes. */
@ExtendWith(OpenTorch.class)
class EvenResnetGeneratorTest {

  private static final EvenResnetGenerator TINY = new EvenResnetGenerator(2, 1);

  @TempDir private Path folder;

  private final Torch torch;

  EvenResnetGeneratorTest(Torch torch) {
    this.torch = torch;
  }

  private static float[] noise(int count) {
    SplittableRandom random = new SplittableRandom(9);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** The published one's, and 16 − 9 more values in the windows of two layers. */
  @Test
  void itHasTheParametersOfItsLayers() {
    long upsampling = 7 * (256L * 128 + 128L * 64);
    assertEquals(7_837_699 + upsampling, new EvenResnetGenerator(64, 6).parameterCount());
  }

  @Test
  void tilesGiveTheWholePicture() throws IOException {
    Size size = new Size(45, 38);
    byte[] rgb = new byte[3 * 45 * 38];
    new Random(4).nextBytes(rgb);
    try (Network network = new Network(torch, TINY, new SplittableRandom(3));
        TiledNetwork tiled = new TiledNetwork(torch, network)) {
      byte[] whole = tiled.translate(rgb, size, 1000);
      byte[] parts = tiled.translate(rgb, size, 16);
      for (int i = 0; i < whole.length; i++) {
        assertEquals(whole[i] & 0xff, parts[i] & 0xff, 1, "at " + i);
      }
    }
  }

  @Test
  void bf16IsTheSameButForRounding() {
    try (Network exact = new Network(torch, TINY, new SplittableRandom(3));
        Network rounded = new Network(torch, TINY, Precision.BF16, new SplittableRandom(3));
        NDManager scope = torch.manager().newSubManager()) {
      NDArray x = scope.create(noise(3 * 32 * 32), new Shape(1, 3, 32, 32));
      float[] y = torch.inferring(() -> exact.forward(scope, x).toFloatArray());
      assertArrayEquals(y, torch.inferring(() -> rounded.forward(scope, x).toFloatArray()), 0.1f);
    }
  }

  @Test
  void anExportedModuleDoesTheSame() throws IOException {
    try (Network network = new Network(torch, TINY, new SplittableRandom(3));
        NDManager scope = torch.manager().newSubManager()) {
      Path file = folder.resolve("even.pt");
      try (var out = Files.newOutputStream(file)) {
        TorchScriptExport.write(out, TINY, network.weights());
      }
      long[] shape = {1, 3, 33, 29};
      float[] pixels = noise(3 * 33 * 29);
      NDArray x = scope.create(pixels, new Shape(shape));
      float[] expected = torch.inferring(() -> network.forward(scope, x).toFloatArray());
      try (ForeignNetwork exported = ForeignNetwork.load(torch, file)) {
        assertArrayEquals(expected, exported.forward(shape, pixels), 1e-4f);
      }
      ByteArrayOutputStream onnx = new ByteArrayOutputStream();
      OnnxExport.write(onnx, TINY, network.weights());
      assertTrue(onnx.size() > 4 * TINY.parameterCount());
    }
  }

  @Test
  void trainingGoesOnFromItsCheckpoint() throws IOException {
    TrainingConfig start = TrainerTest.config(Method.CYCLEGAN, 0);
    TrainingConfig config =
        start.withNetworks(
            start
                .networks()
                .with(NetworkRole.GENERATOR, choice -> choice.withArchitecture("even-resnet")));
    assertEquals(TINY, config.networks().generator());
    assertTrue(
        MemoryEstimate.of(config).parameters() > MemoryEstimate.of(start).parameters(),
        "a larger window has more weights");
    Path file = folder.resolve("even.safetensors");
    try (Trainer undisturbed = new Trainer(torch, config, new Noise(0), new Noise(2));
        Trainer resumed = new Trainer(torch, config, new Noise(0), new Noise(2))) {
      undisturbed.step(2e-4);
      TrainerState.save(file, undisturbed, config, TrainerTest.PROVENANCE, 1);
      try (Checkpoint checkpoint = Checkpoint.open(file)) {
        assertEquals(config, checkpoint.config());
        TrainerState.restore(checkpoint, resumed);
      }
      assertEquals(undisturbed.step(2e-4), resumed.step(2e-4));
    }
  }
}
