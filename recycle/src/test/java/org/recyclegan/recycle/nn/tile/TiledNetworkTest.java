package org.recyclegan.recycle.nn.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.ResnetGenerator;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.video.Size;

/** The oracle is the whole picture's pass through libtorch's own layers. */
class TiledNetworkTest {

  private Torch torch;

  @BeforeEach
  void openEngine() {
    torch = Torch.open(Device.cpu());
  }

  @AfterEach
  void closeEngine() {
    torch.close();
  }

  /** Tiles that divide the picture and that do not, slivers of one pixel, padding, one tile. */
  @ParameterizedTest
  @CsvSource({
    "64, 48, 16",
    "61, 47, 16",
    "65, 33, 32",
    "50, 70, 20",
    "129, 8, 8",
    "16, 12, 1",
    "40, 40, 64"
  })
  void tilesMakeTheWholePicture(int width, int height, int tile) throws IOException {
    try (Network generator = generator(8, 2)) {
      assertSame(generator, picture(width, height), new Size(width, height), tile);
    }
  }

  /** Statistics that differ wildly from tile to tile: black on one side, noise on the other. */
  @Test
  void statisticsAreThoseOfTheWholePicture() throws IOException {
    byte[] rgb = picture(96, 64);
    for (int y = 0; y < 64; y++) {
      Arrays.fill(rgb, 3 * 96 * y, 3 * (96 * y + 60), (byte) 0);
    }
    try (Network generator = generator(8, 1)) {
      assertSame(generator, rgb, new Size(96, 64), 24);
    }
  }

  @Test
  void momentsOfTilesAreThoseOfTheWhole() {
    double[] values = new SplittableRandom(3).doubles(1000, 5, 6).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
    ChannelMoments merged = new ChannelMoments(1);
    for (int from = 0, length = 1; from < 1000; from += length, length += 7) {
      length = Math.min(length, 1000 - from);
      double[] part = Arrays.copyOfRange(values, from, from + length);
      double partMean = Arrays.stream(part).average().orElseThrow();
      double partVariance =
          Arrays.stream(part).map(v -> (v - partMean) * (v - partMean)).sum() / length;
      merged.add(new float[] {(float) partMean, (float) partVariance}, length);
    }
    assertEquals(mean, merged.means(torch.manager()).toFloatArray()[0], 1e-6);
    assertEquals(
        1 / Math.sqrt(variance + 1e-5), merged.scales(torch.manager()).toFloatArray()[0], 1e-5);
  }

  @Test
  void aTileOfNothingIsRefused() {
    try (Network generator = generator(2, 1);
        TiledNetwork tiles = new TiledNetwork(torch, generator)) {
      assertThrows(
          IllegalArgumentException.class, () -> tiles.translate(picture(8, 8), new Size(8, 8), 0));
    }
  }

  /** The size that the project promises, with the filters of the quick preset. */
  @Test
  @Tag("long")
  void tilesMakeAFullHdPicture() throws IOException {
    try (Network generator = generator(16, 4)) {
      assertSame(generator, picture(1920, 1080), new Size(1920, 1080), 256);
    }
  }

  private Network generator(int filters, int blocks) {
    Network generator =
        new Network(torch, new ResnetGenerator(filters, blocks), new SplittableRandom(1));
    // Fresh weights hardly change a picture; ten times as large, they use the whole of tanh.
    Map<String, float[]> weights = generator.weights();
    String last =
        weights.keySet().stream().filter(n -> n.endsWith("weight")).reduce((a, b) -> b).get();
    for (int i = 0; i < weights.get(last).length; i++) {
      weights.get(last)[i] *= 10;
    }
    generator.setWeights(weights);
    return generator;
  }

  private void assertSame(Network generator, byte[] rgb, Size size, int tile) throws IOException {
    byte[] expected = whole(generator, rgb, size);
    byte[] found;
    try (TiledNetwork tiles = new TiledNetwork(torch, generator)) {
      found = tiles.translate(rgb, size, tile);
      assertArrayEquals(found, tiles.translate(rgb, size, tile));
    }
    int different = 0;
    for (int i = 0; i < expected.length; i++) {
      int difference = Math.abs((expected[i] & 0xFF) - (found[i] & 0xFF));
      assertTrue(difference <= 1, "a level " + difference + " off at " + i);
      different += difference;
    }
    // Rounding may fall to the other side where a value lies in the middle of two levels.
    assertTrue(different <= 1 + expected.length / 500, different + " of " + expected.length);
  }

  private byte[] whole(Network generator, byte[] rgb, Size size) {
    return torch.inferring(
        () -> {
          try (NDManager scope = torch.manager().newSubManager()) {
            ByteBuffer pixels = ByteBuffer.allocateDirect(rgb.length).put(rgb).flip();
            Shape shape = new Shape(1, size.height(), size.width(), 3);
            NDArray x = torch.ops().toSigned(scope, scope.create(pixels, shape, DataType.UINT8));
            return torch.ops().toBytes(scope, generator.forward(scope, x)).toByteArray();
          }
        });
  }

  /** Smooth shapes under noise: neither flat nor without structure. */
  private static byte[] picture(int width, int height) {
    SplittableRandom random = new SplittableRandom(7);
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % width;
      int y = i / 3 / width;
      double level = 128 + 90 * Math.sin(0.11 * x + i % 3) * Math.cos(0.07 * y);
      rgb[i] = (byte) (int) (level + 30 * random.nextDouble());
    }
    return rgb;
  }
}
