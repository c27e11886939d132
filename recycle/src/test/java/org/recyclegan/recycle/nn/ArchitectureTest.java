package org.recyclegan.recycle.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  static Stream<Arguments> publishedCounts() {
    return Stream.of(
        Arguments.of(new ResnetGenerator(64, 6), 7_837_699),
        Arguments.of(new ResnetGenerator(64, 9), 11_378_179),
        Arguments.of(new PatchDiscriminator(64, 3), 2_764_737),
        Arguments.of(new UnetPredictor(64, 8), 54_412_675),
        Arguments.of(new UnetPredictor(64, 7), 41_828_739));
  }

  @ParameterizedTest
  @MethodSource("publishedCounts")
  void parameterCountsAreThePublishedOnes(Architecture architecture, long expected) {
    assertEquals(expected, architecture.parameterCount());
  }

  /** Every further frame adds three channels of 64 4×4 kernels, and nothing else. */
  @Test
  void onlyTheFirstLayerOfADiscriminatorKnowsItsFrames() {
    assertEquals(2_764_737 + 2 * 3 * 64 * 16, new PatchDiscriminator(64, 3, 3).parameterCount());
  }

  @Test
  void namesAreTheOfficialOnes() {
    List<String> names =
        new ResnetGenerator(64, 6)
            .parameters().stream()
                .map(ParameterSpec::name)
                .filter(n -> n.endsWith("weight"))
                .toList();
    assertEquals("model.1.weight", names.get(0));
    assertEquals("model.10.conv_block.1.weight", names.get(3));
    assertEquals("model.15.conv_block.5.weight", names.get(14));
    assertEquals(
        List.of("model.16.weight", "model.19.weight", "model.23.weight"), names.subList(15, 18));
  }

  @ParameterizedTest
  @CsvSource({"256, 256, 30, 30", "64, 64, 6, 6", "128, 96, 14, 10"})
  void aDiscriminatorJudgesPatches(int height, int width, int patchRows, int patchColumns) {
    try (Torch torch = Torch.open(Device.cpu());
        Network network =
            new Network(torch, new PatchDiscriminator(2, 3), new SplittableRandom(1));
        NDManager scope = torch.manager().newSubManager()) {
      NDArray judged =
          torch.inferring(
              () -> network.forward(scope, scope.zeros(new Shape(2, 3, height, width))));
      assertEquals(new Shape(2, 1, patchRows, patchColumns), judged.getShape());
    }
  }

  static Stream<Arguments> awkwardSizes() {
    return Stream.of(1, 2, 3, 5, 7, 33, 50)
        .flatMap(h -> Stream.of(1, 4, 31, 65).map(w -> Arguments.of(h, w)));
  }

  @ParameterizedTest
  @MethodSource("awkwardSizes")
  void everySizeComesBackAsItWas(int height, int width) {
    try (Torch torch = Torch.open(Device.cpu());
        Network generator = new Network(torch, new ResnetGenerator(2, 1), new SplittableRandom(1));
        Network predictor = new Network(torch, new UnetPredictor(1, 5), new SplittableRandom(1));
        NDManager scope = torch.manager().newSubManager()) {
      torch.inferring(
          () -> {
            NDArray frame = scope.zeros(new Shape(1, 3, height, width));
            NDArray pair = scope.zeros(new Shape(1, 6, height, width));
            assertEquals(frame.getShape(), generator.forward(scope, frame).getShape());
            assertEquals(frame.getShape(), predictor.forward(scope, pair).getShape());
            return null;
          });
    }
  }

  @Test
  void sizesOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ResnetGenerator(0, 6));
    assertThrows(IllegalArgumentException.class, () -> new ResnetGenerator(64, 0));
    assertThrows(IllegalArgumentException.class, () -> new PatchDiscriminator(64, 0));
    assertThrows(IllegalArgumentException.class, () -> new PatchDiscriminator(64, 3, 0));
    assertThrows(IllegalArgumentException.class, () -> new UnetPredictor(64, 4));
    assertThrows(IllegalArgumentException.class, () -> new UnetPredictor(64, 13));
  }
}
